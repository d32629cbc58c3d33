import { z } from 'zod';
import { ok } from '#shared/kernel/result.ts';
import { comparableNoticeSchema } from '#shared/register/duplicates/comparableNotice.ts';
import { findDuplicates } from '#shared/register/duplicates/duplicates.ts';
import type { Command } from './command.ts';
import { readJson } from './files.ts';

const LIMIT = 200_000_000;
const noticesSchema = z.array(comparableNoticeSchema);

/** Compares new notices with those already sent. */
export const findDuplicatesCommand: Command = {
  options: { sent: { type: 'string' }, new: { type: 'string' } },
  required: ['sent', 'new'],
  files: [0, 0],
  run: async (call) => {
    const sent = await readJson(call.needed('sent'), LIMIT, noticesSchema);
    if (!sent.ok) return sent;
    const fresh = await readJson(call.needed('new'), LIMIT, noticesSchema);
    return fresh.ok ? ok(findDuplicates(fresh.value, sent.value)) : fresh;
  },
};
