import { join, resolve } from 'node:path';
import { runDemo } from '#electron/demo/run.ts';
import type { Command } from './command.ts';

/** Runs the real procedure on a folder of e-mails, or on the invented town, and says where everything is. */
export const demo: Command = {
  options: { out: { type: 'string' }, mails: { type: 'string' } },
  files: [0, 0],
  run: ({ option, tell }) => {
    const mails = option('mails');
    return runDemo({
      workspace: join(resolve(option('out') ?? 'demo-output'), 'dati'),
      mails: mails === undefined ? undefined : resolve(mails),
      tell,
    });
  },
};
