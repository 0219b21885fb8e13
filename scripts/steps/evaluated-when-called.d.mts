import type { Plugin } from 'vite';

export declare function stemmersWhenCalled(): Plugin;
