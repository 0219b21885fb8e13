/** Put in by the build: the browser it is for, and the version of the extension. */
declare const __TARGET__: 'chrome' | 'firefox';
declare const __VERSION__: string;
