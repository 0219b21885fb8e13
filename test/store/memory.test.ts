import { memoryStore } from '../../src/store';
import { storeContract } from './contract';

storeContract('memory', async () => memoryStore());
