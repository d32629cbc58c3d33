import { z } from 'zod';
import { ok } from '#shared/kernel/result.ts';
import { findDuplicates } from '#shared/register/duplicates.ts';
import { noticeSchema } from '#shared/register/notice.ts';
import type { Command } from './command.ts';
import { readJson } from './files.ts';

const LIMIT = 200_000_000;
const noticesSchema = z.array(noticeSchema);

/** Compares new notices with those already sent. */
export const findDuplicatesCommand: Command = {
  name: 'find-duplicates',
  usage: '--sent FILE.json --new FILE.json',
  options: { sent: { type: 'string' }, new: { type: 'string' } },
  required: ['sent', 'new'],
  files: [0, 0],
  run: async (call) => {
    const sent = readJson(call.needed('sent'), LIMIT, noticesSchema);
    if (!sent.ok) return sent;
    const fresh = readJson(call.needed('new'), LIMIT, noticesSchema);
    return fresh.ok ? ok(findDuplicates(fresh.value, sent.value)) : fresh;
  },
};
