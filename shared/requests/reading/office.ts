import { plainForm } from '#shared/text/plainForm.ts';
import { knownSender, type MailProfile } from './knownSenders.ts';
import { labelLines } from './labels.ts';
import { CELL_BORDER, isTableRow, linesOf } from './lines.ts';
import type { MailAddress, ParsedMail } from './mail.ts';
import type { MailBody } from './mailBody.ts';
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

/** The office after "Ufficio:" or "Settore:" in a text. */
function afterLabel(text: string): string | undefined {
  const notes = labelLines(text).filter(({ kind }) => kind === 'note');
  for (const { from } of notes) {
    const line = text.slice(from).split('\n', 1)[0] ?? '';
    const value = LABEL.exec(line.replace(/[*_]/g, '').trim())?.[1];
    if (value !== undefined) return value.trim();
  }
  return undefined;
}

/** The office in a cell of a row of a table written as text. */
function inCell(text: string, { knownSenders }: MailProfile): string | undefined {
  const row = text.split('\n').find(isTableRow);
  const cells = new Set(
    row?.split(CELL_BORDER).map((cell) =>
      plainForm(cell)
        .replace(/^ufficio /, '')
        .trim(),
    ) ?? [],
  );
  return knownSenders.find(({ office }) => office !== null && cells.has(plainForm(office)))?.office ?? undefined;
}

/** What one of the requests of an e-mail says of its office. */
interface OfficeSource {
  readonly requester: MailAddress | null;
  /** The stretch of the request. */
  readonly words: string;
  readonly isOneOfSeveral: boolean;
}

/**
 * The office a request comes from. One of several says it itself, in its row or after "Ufficio:"; else it is the one the
 * profile gives for who asks, else the one after "Ufficio:", else the one at the foot of the message that holds the
 * request, else the sender's own name; `null` when none is said.
 */
export function officeOf(
  mail: ParsedMail,
  body: MailBody,
  profile: MailProfile,
  { requester, words, isOneOfSeveral }: OfficeSource,
): string | null {
  const own = isOneOfSeveral ? (afterLabel(words) ?? inCell(words, profile)) : undefined;
  const known = requester === null ? undefined : knownSender(profile, requester.address)?.office;
  return (
    own ??
    known ??
    afterLabel(body.working) ??
    atFoot(mail.text, body, body.holder) ??
    namedOffice(requester?.name ?? '') ??
    null
  );
}
