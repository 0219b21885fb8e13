import type { Plugin } from 'vite';

export declare function packagesWhenCalled(): Plugin;
