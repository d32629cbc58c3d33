import { readInvoice } from '#electron/report/invoice.ts';
import type { Command } from './command.ts';
import { readInput } from './files.ts';

const LIMIT = 25_000_000;

/** Reads an electronic invoice. */
export const readInvoiceCommand: Command = {
  name: 'read-invoice',
  usage: 'FILE',
  options: {},
  files: [1, 1],
  run: async ({ files: [file = ''] }) => {
    const bytes = readInput(file, LIMIT);
    return bytes.ok ? readInvoice(bytes.value) : bytes;
  },
};
