import type { Finding } from '#shared/drafts/style/engine/finding.ts';
import { sayDay } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { accountOf } from '#shared/kernel/problem.ts';
import { checkMoment, isImpossible, type MomentCheck, sayMomentTrouble } from '#shared/kernel/sendingMoment.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import { duplicateCheck, type SimilarNotice, seriesCheck } from '#shared/requests/comparison.ts';
import { MISSING_NAMES } from '#shared/requests/decide.ts';
import { judgeLink, sayLinkCheck } from '#shared/requests/linkCheck.ts';
import { asksForEachDay } from '#shared/requests/reading/eachDay.ts';
import { NOT_SAID } from '#shared/requests/reading/sendDate.ts';
import type { Request } from '#shared/requests/request.ts';
import { eventIn } from './eventDays.ts';
import type { CheckLine } from './facts.ts';
import { type PageFinding, pageFindings } from './pageFindings.ts';

/** What the checklist is filled from (P25). */
export interface ChecklistInput {
  readonly request: Request;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Notices that look alike, with what was decided of them (P21). */
  readonly similar: readonly Pick<SimilarNotice, 'kind' | 'number' | 'title' | 'verdict' | 'decided'>[];
  /** Whether the office may ask (P13), as far as the app knows. */
  readonly senderKnown: boolean;
  /** The receiving server proved that the e-mail comes from that address. */
  readonly senderProved?: boolean | undefined;
  readonly urgent: boolean;
  /** What became of the moment wanted (P5, P14); null without a date. */
  readonly moment: MomentCheck | null;
  /** Institutional web hosts. */
  readonly hosts: readonly string[];
}

type Filled = Omit<CheckLine, 'why'>;

/**
 * The moment a request wants, against the calendar, the clock and the days its text tells (P5, P14); null without a date.
 */
export function momentOf(
  calendar: Calendar,
  { data: { sendDate, sendTime } }: Pick<Request, 'data'>,
  text: string,
  now: Instant,
): MomentCheck | null {
  if (sendDate === null) return null;
  const event = eventIn(text, romeOf(now).day);
  return checkMoment(calendar, { day: sendDate, time: sendTime }, { now, event });
}

/** The day was found in the words, but nothing says that it is the day of sending, and nobody has confirmed it (R46). */
const isOnlyFound = ({ warnings, confirmed, index, of }: Request): boolean =>
  !confirmed.includes('sendDate') &&
  warnings.some(({ message }) => message.includes(NOT_SAID) && (of === 1 || message.startsWith(`Richiesta ${index}:`)));

function dateLine({ request, urgent, moment }: ChecklistInput): Filled {
  const { data } = request;
  if (data.sendDate === null || moment === null)
    return { line: 'data', outcome: 'da correggere', detail: `manca ${MISSING_NAMES.date}` };
  const trouble = sayMomentTrouble(moment, { day: data.sendDate, time: data.sendTime });
  if (trouble !== '') {
    return { line: 'data', outcome: isImpossible(moment) ? 'da correggere' : 'da vedere', detail: trouble };
  }
  const day = sayDay(data.sendDate);
  if (asksForEachDay(request))
    return { line: 'data', outcome: 'da vedere', detail: `${day}, un solo avviso all’inizio` };
  if (isOnlyFound(request))
    return { line: 'data', outcome: 'da vedere', detail: `${day}: è il giorno dell’evento o quello dell’invio?` };
  return { line: 'data', outcome: urgent ? 'da vedere' : 'a posto', detail: urgent ? `${day}, urgente` : day };
}

function draftLine({ request, text }: ChecklistInput): Filled {
  if (text.trim() === '') return { line: 'bozza', outcome: 'da correggere', detail: 'manca il testo' };
  if (request.missing.includes('text'))
    return { line: 'bozza', outcome: 'da correggere', detail: 'l’ufficio non ha mandato un testo' };
  return { line: 'bozza', outcome: 'a posto', detail: 'presente' };
}

function styleLine({ findings }: ChecklistInput): Filled {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('errore'), count('avviso')];
  const parts = [
    errors > 0 && plural(errors, 'errore', 'errori'),
    warnings > 0 && plural(warnings, 'avviso', 'avvisi'),
  ];
  const detail = parts.filter(Boolean).join(', ') || 'nessuna segnalazione';
  return { line: 'prontuario', outcome: errors > 0 ? 'da correggere' : warnings > 0 ? 'da vedere' : 'a posto', detail };
}

const findingsOf = (check: Request['linkCheck'], text: string): readonly PageFinding[] =>
  check?.page ? pageFindings(check.page, text, romeOf(check.checkedAt).day) : [];

/** The link (P22): what may be judged without opening it, then what came of opening it. */
function linkLine(link: string, { request, hosts, text }: ChecklistInput): Filled {
  const judged = judgeLink(link, hosts);
  if (!judged.ok) return { line: 'link', outcome: 'da correggere', detail: accountOf(judged.error) };
  const { inOrder, words } = sayLinkCheck(request.linkCheck);
  const findings = findingsOf(request.linkCheck, text);
  if (inOrder && findings.length === 0) return { line: 'link', outcome: 'a posto', detail: words };
  if (inOrder) {
    const outcome = findings.some((one) => one.outcome === 'da correggere') ? 'da correggere' : 'da vedere';
    return { line: 'link', outcome, detail: findings.map((one) => one.words).join('; ') };
  }
  // The outcome says that it is not verified: the detail says why, once.
  if (request.linkCheck === null) return { line: 'link', outcome: 'non verificato', detail: 'non ancora aperto' };
  if (request.linkCheck.outcome === 'unverified')
    return { line: 'link', outcome: 'non verificato', detail: 'manca la rete' };
  return { line: 'link', outcome: 'da correggere', detail: words };
}

/** What makes a listed address worth nothing: somebody else may have used it (RFC 8601, DM 2 November 2005). */
const NOT_PROVED: readonly string[] = ['sender-not-confirmed', 'pec-sender-differs'];

/** Who asks (P13): a listed address is no proof of who used it, unless the receiving server found it true. */
function senderLine({ request, senderKnown, senderProved = false }: ChecklistInput): Filled {
  if (!senderKnown) return { line: 'mittente', outcome: 'da vedere', detail: 'mittente da verificare' };
  if (request.warnings.some(({ code }) => NOT_PROVED.includes(code)))
    return { line: 'mittente', outcome: 'da vedere', detail: 'in elenco, ma il mittente non è confermato' };
  return {
    line: 'mittente',
    outcome: 'a posto',
    detail: senderProved ? 'in elenco, può chiedere' : 'indirizzo in elenco',
  };
}

/** The checklist of a request, filled by itself (P25); nothing that was not checked counts as in order. */
export function fillChecklist(input: ChecklistInput): readonly Filled[] {
  const { request, similar } = input;
  const { link } = request.data;
  return [
    dateLine(input),
    draftLine(input),
    link === null
      ? { line: 'link', outcome: 'da correggere', detail: `manca ${MISSING_NAMES.link}` }
      : linkLine(link, input),
    request.corrects !== null
      ? { line: 'mittente', outcome: 'a posto', detail: 'rettifica, dal banco' }
      : senderLine(input),
    styleLine(input),
    { line: 'duplicati', ...duplicateCheck(similar) },
    { line: 'serie', outcome: 'a posto', detail: seriesCheck(request.series) },
  ];
}
