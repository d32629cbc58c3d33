/** The Electron release whose API is imitated; a test compares it with the installed npm package. */
export const ELECTRON_VERSION = '45.4.1';
