import { hitsOf } from '#shared/drafts/style/engine/patterns.ts';
import type { Reading } from '#shared/drafts/style/engine/reading.ts';
import { type Hit, type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';
import { canClose, canOpen, type DraftLine } from '#shared/text/whatsapp.ts';

const NAMES: Readonly<Record<string, string>> = { '*': 'l’asterisco *', _: 'il trattino basso _', '~': 'la tilde ~' };
const SPACED =
  /(?<![\p{L}\d*_~])([*_~])[ ]+([^*_~\n]+?)[ ]*\1(?![\p{L}\d*])|(?<![\p{L}\d*_~])([*_~])([^*_~\n ][^*_~\n]*?)[ ]+\3(?![\p{L}\d*])/gu;
const BETWEEN_LETTERS = /[*~](?<=\p{L}[*~])(?=\p{L})/gu;
/** An asterisk after a consonant stands for a gender ending (`tutt*`), not for bold: another rule speaks of it. */
const GENDER_ENDING = /[b-df-hj-np-tv-z]$/i;

const RUN = /([*_~])\1{0,2}(?!\1)/g;
const BLANK_LINE = 4;

interface Attached {
  readonly at: number;
  readonly mark: string;
  /** Whether it opens (its companion follows on the line) or closes. */
  readonly opens: boolean;
}

/** Marks between two letters that have a companion on the same line: WhatsApp does not obey them. */
function attachedMarks(plain: string, line: DraftLine): readonly Attached[] {
  const body = plain.slice(line.from, line.to);
  return [...body.matchAll(BETWEEN_LETTERS)].flatMap(({ index, 0: mark }) => {
    const opens = body.includes(mark, index + 1);
    return opens || body.lastIndexOf(mark, index - 1) >= 0 ? [{ at: line.from + index, mark, opens }] : [];
  });
}

/** Marks of this line that the rules on spaces and letters already speak of. */
function explained(plain: string, line: DraftLine): ReadonlySet<string> {
  const spaced = [...plain.slice(line.from, line.to).matchAll(SPACED)].map((match) => match[1] ?? match[3] ?? '');
  return new Set([...spaced, ...attachedMarks(plain, line).map(({ mark }) => mark)]);
}

function strayHit({ text, markup, links }: Reading, line: DraftLine, from: number, to: number): Hit {
  const mark = text.charAt(from);
  const end = line.from + markup.plain.slice(line.from, line.to).trimEnd().length;
  const opens = to - from === 1 && canOpen(text.slice(line.from, line.to), from - line.from);
  const linkAfter = links.some((link) => link.from > from && link.from < line.to);
  const close = opens && !linkAfter && end > to ? [replaceFix('Chiudi a fine riga', end, end, mark)] : [];
  return {
    from,
    to,
    message: `Per WhatsApp ${NAMES[mark]} va in coppia sulla stessa riga: aggiungi l’altro o togli questo.`,
    fixes: [...close, replaceFix('Togli il segno', from, to, '')],
  };
}

function straysOf(reading: Reading, line: DraftLine): readonly Hit[] {
  const { plain, pairs } = reading.markup;
  const body = plain.slice(line.from, line.to);
  if (!/[*_~]/.test(body)) return [];
  const paired = new Set(pairs.filter(({ mark }) => mark.length === 1).flatMap(({ from, to }) => [from, to - 1]));
  const known = explained(plain, line);
  return hitsOf(body, RUN, (match, start, end) => {
    const before = body.slice(0, start);
    if (before.endsWith(match[1] ?? '') && before.length >= BLANK_LINE) return undefined;
    const at = Array.from({ length: end - start }, (_, index) => line.from + start + index);
    const edge = canOpen(body, end - 1) || canClose(body, start);
    const gender = match[1] === '*' && GENDER_ENDING.test(before);
    if (!edge || gender || at.some((one) => paired.has(one)) || known.has(match[1] ?? '')) return undefined;
    return strayHit(reading, line, line.from + start, line.from + end);
  });
}

/** W01. */
export const unclosedMarker: Rule = {
  id: 'W01',
  title: 'Segno di formattazione non chiuso',
  severity: 'errore',
  why: 'Un segno senza il suo compagno resta visibile nel messaggio e il grassetto non c’è.',
  source: 'WhatsApp, formattazione dei messaggi',
  safeFix: false,
  check: (reading) => [
    ...reading.markup.lines.flatMap((line) => straysOf(reading, line)),
    ...hitsOf(reading.markup.plain, /```/g, (_, from, to) => ({
      from,
      to,
      message: 'I tre apostrofi rovesciati vanno in coppia: aggiungi gli altri o togli questi.',
      fixes: [replaceFix('Togli i segni', from, to, '')],
    })),
  ],
  examples: {
    bad: ['*Parco chiuso lunedì', 'Parco chiuso* lunedì', 'Ingresso _gratuito', '*Parco chiuso\nlunedì*', '```Orari'],
    good: ['*Parco chiuso* lunedì', '* voce dell’elenco\n* altra voce', 'Cari tutt*', '_*Parco chiuso*_', '5 * 3'],
  },
};

/** W02. */
export const spacedMarker: Rule = {
  id: 'W02',
  title: 'Spazio tra il segno di formattazione e il testo',
  severity: 'errore',
  why: 'Con lo spazio WhatsApp mostra i segni e non il grassetto.',
  source: 'WhatsApp, formattazione dei messaggi',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, SPACED, (match, from, to) => {
      const mark = match[1] ?? match[3] ?? '';
      const inner = (match[2] ?? match[4] ?? '').trim();
      const lead = match[0].indexOf(inner, 1);
      const tail = lead + inner.length;
      const edits = [
        { from: from + 1, to: from + lead, text: '' },
        { from: from + tail, to: to - 1, text: '' },
      ].filter((edit) => edit.from < edit.to);
      if (mark === '' || inner === '' || edits.length === 0) return undefined;
      return {
        from,
        to,
        message: `Togli lo spazio accanto al segno ${mark}.`,
        fixes: [{ label: 'Togli lo spazio', edits }],
      };
    }),
  examples: {
    bad: ['* Parco chiuso * lunedì.', 'Avviso: *Parco chiuso * lunedì.'],
    good: ['*Parco chiuso* lunedì.', '* voce *importante*'],
  },
};

/** W09. */
export const attachedMarker: Rule = {
  id: 'W09',
  title: 'Segno di formattazione attaccato a una lettera',
  severity: 'avviso',
  why: 'WhatsApp formatta solo parole intere: attaccato a una lettera il segno resta visibile.',
  source: 'WhatsApp, formattazione dei messaggi',
  safeFix: false,
  check: ({ markup: { plain, lines } }) =>
    lines.flatMap((line) =>
      attachedMarks(plain, line).map(({ at, opens }) => {
        const side = opens ? 'prima' : 'dopo';
        const offset = opens ? at : at + 1;
        const fixes = [replaceFix(`Metti uno spazio ${side}`, offset, offset, ' ')];
        return { from: at, to: at + 1, message: `Metti uno spazio ${side} del segno.`, fixes };
      }),
    ),
  examples: { bad: ['Il parco*resta chiuso*lunedì.'], good: ['Il parco *resta chiuso* lunedì.', 'Cari tutt*'] },
};
