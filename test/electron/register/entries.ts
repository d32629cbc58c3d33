import { sha256 } from '#electron/journal/journal.ts';
import type { EntryBody } from '#shared/register/facts.ts';
import { recordEntry } from '#shared/register/record.ts';
import { type TestDesk, write } from '../../helpers/desk.ts';
import { BODY } from '../../shared/register/sample.ts';

/** One text in the four places of a row, as when nobody changed it. */
export function sameText(text: string): Pick<EntryBody, 'asked' | 'rewritten' | 'approved' | 'sent'> {
  const hash = sha256(text);
  const version = { text, hash, by: 'marta', at: BODY.sentAt };
  return { asked: text, rewritten: version, approved: { ...version, by: 'ornella' }, sent: version };
}

/** Puts a row into the register: that of the road works, but for what is given. */
export function record(opened: TestDesk, id: string, change: Partial<EntryBody> = {}): void {
  write(opened, ...recordEntry(id, { ...BODY, ...change }, opened.register.highest));
}
