import { resolve } from 'node:path';
import { examine } from '#electron/diagnostics/doctor.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';

/** Looks at everything the app needs and says what to do. */
export const doctor: Command = {
  options: {},
  files: [0, 0],
  run: async (call) => {
    const data = call.option('data');
    return ok({ checks: await examine({ data: data === undefined ? null : resolve(data) }) });
  },
};
