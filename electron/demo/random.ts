import { hkdfSync } from 'node:crypto';
import type { AppOptions } from '#electron/app.ts';

/** Bytes for names and keys that are the same whenever the demo runs: nothing of the invented town is secret. */
export function demoRandom(): NonNullable<AppOptions['randomBytes']> {
  let asked = 0;
  return (size) => Buffer.from(hkdfSync('sha256', 'Valdombra', '', `${++asked}`, size));
}
