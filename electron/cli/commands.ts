import type { Command } from './command.ts';

/** A command as the usage text names it. What it needs is read only when it is called. */
export interface NamedCommand {
  readonly name: string;
  /** What stands after the name in the usage text. */
  readonly usage: string;
  readonly load: () => Promise<Command>;
}

/** Every command, in the order of the usage text. A new one is a file beside this and an entry here. */
export const commands: readonly NamedCommand[] = [
  { name: 'parse-email', usage: 'FILE…', load: async () => (await import('./parseEmail.ts')).parseEmail },
  {
    name: 'check-draft',
    usage: 'FILE|- --send-date AAAA-MM-GG [--pack FILE]',
    load: async () => (await import('./checkDraft.ts')).checkDraftCommand,
  },
  {
    name: 'find-duplicates',
    usage: '--sent FILE.json --new FILE.json',
    load: async () => (await import('./findDuplicates.ts')).findDuplicatesCommand,
  },
  {
    name: 'reconcile',
    usage: '--register FILE --statement FILE [--map JSON]',
    load: async () => (await import('./reconcile.ts')).reconcileCommand,
  },
  { name: 'read-invoice', usage: 'FILE', load: async () => (await import('./readInvoice.ts')).readInvoiceCommand },
  {
    name: 'report',
    usage: '--data CARTELLA --period AAAA-N --out FILE.pdf',
    load: async () => (await import('./report.ts')).reportCommand,
  },
  { name: 'verify-share', usage: 'CARTELLA', load: async () => (await import('./verifyShare.ts')).verifyShareCommand },
  { name: 'demo', usage: '[--out CARTELLA] [--mails CARTELLA]', load: async () => (await import('./demo.ts')).demo },
  { name: 'doctor', usage: '[--data CARTELLA]', load: async () => (await import('./doctor.ts')).doctor },
  {
    name: 'backup',
    usage: '--data CARTELLA [--out FILE]',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    usage: 'FILE --data CARTELLA [--yes]',
    load: async () => (await import('./restore.ts')).restoreCommand,
  },
];
