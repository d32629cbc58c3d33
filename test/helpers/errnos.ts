import { getSystemErrorMap } from 'node:util';

/** Every error libuv names, and two of Linux that it does not. */
export const ERRNOS: readonly string[] = [
  ...[...getSystemErrorMap().values()].map(([code]) => code),
  'Unknown system error -122',
  'Unknown system error -116',
];

/** An error as Node's file functions throw it. */
export const errnoError = (code: string): Error => Object.assign(new Error(`${code}: x`), { code, errno: -1 });
