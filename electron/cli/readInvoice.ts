import { readInvoice } from '#electron/report/invoice/invoice.ts';
import { ok } from '#shared/kernel/result.ts';
import { SIGNATURE_WORDS } from '#shared/kernel/signature.ts';
import type { Command } from './command.ts';
import { readInput } from './files.ts';

const LIMIT = 25_000_000;

/** Reads an electronic invoice; its signature is told in words, an altered file also by a warning. */
export const readInvoiceCommand: Command = {
  options: {},
  files: [1, 1],
  run: async ({ files: [file = ''] }) => {
    const bytes = await readInput(file, LIMIT);
    if (!bytes.ok) return bytes;
    const read = await readInvoice(bytes.value);
    return read.ok ? ok({ ...read.value, signature: SIGNATURE_WORDS[read.value.signature] }) : read;
  },
};
