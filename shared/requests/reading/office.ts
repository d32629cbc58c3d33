import { plainForm } from '#shared/text/plainForm.ts';
import { knownSender, type MailProfile } from './knownSenders.ts';
import { labelLines } from './labels.ts';
import { linesOf } from './lines.ts';
import type { ParsedMail } from './mail.ts';
import { type MailBody, requesterOf } from './mailBody.ts';
import type { Layer } from './quoting.ts';

const OFFICE =
  /^(?:ufficio|settore|servizi[oi]?|area|sportello|biblioteca|polizia locale|segreteria|assessorato|protezione civile|informagiovani|museo|anagrafe|ragioneria|urp)\b[^:!?]*$/;
const LABEL = /^(?:ufficio|settore|servizio|area)(?: richiedente)?\s*:\s*(.{3,80})$/i;
const ROLE =
  /^(?:il |la )?(?:responsabile|resp\.|dirigente|capo|istruttore|funzionari[oa]|addett[oa])(?: del| della| dell'| dell’| di| al| alla| amministrativ[oa])?\s+(?=\p{L})/iu;
const LONGEST = 80;
const LONGEST_LINE = 200;
const LAST_LINES = 4;

function namedOffice(text: string): string | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  const name = text
    .replace(/^[^\p{L}]+/u, '')
    .replace(ROLE, '')
    .replace(/\s+[-–|]\s+.*$/, '')
    .replace(/[^\p{L}\p{N})]+$/u, '');
  return OFFICE.test(plainForm(name)) && name.length <= LONGEST ? name : undefined;
}

function firstNamed(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const name = namedOffice(line);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The office named at the foot of one message: in its signature, else in its last lines. */
function atFoot(text: string, { folds }: MailBody, layer: Layer): string | undefined {
  const signatures = folds.filter(({ kind, from }) => kind === 'signature' && from >= layer.from && from < layer.to);
  const signed = signatures.flatMap(({ from, to }) => linesOf(text, from, to).map((line) => line.text));
  const end = signatures[0]?.from ?? layer.to;
  const last = linesOf(text, layer.from, end)
    .map((line) => line.text)
    .filter((line) => line.trim() !== '')
    .slice(-LAST_LINES);
  return firstNamed(signed) ?? firstNamed(last.filter((line) => !/[.,;]\s*$/.test(line)));
}

/** The office after "Ufficio:" or "Settore:". */
function afterLabel({ working }: MailBody): string | undefined {
  const notes = labelLines(working).filter(({ kind }) => kind === 'note');
  for (const { from } of notes) {
    const line = working.slice(from).split('\n', 1)[0] ?? '';
    const value = LABEL.exec(line.replace(/[*_]/g, '').trim())?.[1];
    if (value !== undefined) return value.trim();
  }
  return undefined;
}

/**
 * The office a request comes from: the one the profile gives for its sender, else the one after "Ufficio:", else the
 * one at the foot of the message that holds the request, else the sender's own name; `null` when none is said.
 */
export function officeOf(mail: ParsedMail, body: MailBody, profile: MailProfile): string | null {
  const requester = requesterOf(mail, body);
  const known = requester === null ? undefined : knownSender(profile, requester.address)?.office;
  return (
    known ?? afterLabel(body) ?? atFoot(mail.text, body, body.holder) ?? namedOffice(requester?.name ?? '') ?? null
  );
}
