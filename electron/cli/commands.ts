import { backupCommand } from './backup.ts';
import { checkDraftCommand } from './checkDraft.ts';
import type { Command } from './command.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { findDuplicatesCommand } from './findDuplicates.ts';
import { parseEmail } from './parseEmail.ts';
import { readInvoiceCommand } from './readInvoice.ts';
import { reconcileCommand } from './reconcile.ts';
import { reportCommand } from './report.ts';
import { restoreCommand } from './restore.ts';
import { verifyShareCommand } from './verifyShare.ts';

/** Every command, in the order of the usage text. A new one is a file beside this and a line here. */
export const commands: readonly Command[] = [
  parseEmail,
  checkDraftCommand,
  findDuplicatesCommand,
  reconcileCommand,
  readInvoiceCommand,
  reportCommand,
  verifyShareCommand,
  demo,
  doctor,
  backupCommand,
  restoreCommand,
];
