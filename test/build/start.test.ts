import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const START = join(import.meta.dirname, '..', '..', 'build', 'scripts', 'start.ts');

test.skipIf(process.platform !== 'linux')('without a screen the start says what to do', () => {
  const { DISPLAY, WAYLAND_DISPLAY, STANDIN_HEADLESS, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [START], { env, encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^Qui non c’è uno schermo .* avvia l’app da una sessione grafica.*\n$/);
});
