import { readWithSecondReader } from '../extract/reading/second-reader';

// Its own file, put into a page only when the first reader failed there: Defuddle is larger than all the rest.
globalThis.collateSecondReader = readWithSecondReader;
