import { sayDay } from '../kernel/day.ts';
import { plural } from '../kernel/text.ts';
import { duplicateCheck, type SimilarNotice, seriesCheck } from '../requests/comparison.ts';
import { MISSING_NAMES } from '../requests/decide.ts';
import { judgeLink, sayLinkCheck } from '../requests/linkCheck.ts';
import type { Request } from '../requests/request.ts';
import type { CheckLine } from './facts.ts';
import type { Finding } from './finding.ts';

/** What the checklist is filled from (P25). */
export interface ChecklistInput {
  readonly request: Request;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Notices that look alike, with what was decided of them (P21). */
  readonly similar: readonly Pick<SimilarNotice, 'kind' | 'number' | 'title' | 'verdict' | 'decided'>[];
  /** Whether the office may ask (P13), as far as the app knows. */
  readonly senderKnown: boolean;
  readonly urgent: boolean;
  /** Institutional web hosts. */
  readonly hosts: readonly string[];
}

type Filled = Omit<CheckLine, 'why'>;

function dateLine({ request: { data }, urgent }: ChecklistInput): Filled {
  if (data.sendDate === null) return { line: 'data', outcome: 'da correggere', detail: `manca ${MISSING_NAMES.date}` };
  const said = sayDay(data.sendDate);
  return { line: 'data', outcome: urgent ? 'da vedere' : 'a posto', detail: urgent ? `${said}, urgente` : said };
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

/** The link (P22): what may be judged without opening it, then what came of opening it. */
function linkLine(link: string, { request, hosts }: ChecklistInput): Filled {
  const judged = judgeLink(link, hosts);
  if (!judged.ok) return { line: 'link', outcome: 'da correggere', detail: judged.error.message };
  const { inOrder, words } = sayLinkCheck(request.linkCheck);
  if (inOrder) return { line: 'link', outcome: 'a posto', detail: words };
  const unknown = request.linkCheck === null || request.linkCheck.outcome === 'unverified';
  return { line: 'link', outcome: unknown ? 'non verificato' : 'da correggere', detail: words };
}

/** The checklist of a request, filled by itself (P25); nothing that was not checked counts as in order. */
export function fillChecklist(input: ChecklistInput): readonly Filled[] {
  const { request, text, similar, senderKnown } = input;
  const { link } = request.data;
  return [
    dateLine(input),
    text.trim() === ''
      ? { line: 'bozza', outcome: 'da correggere', detail: 'manca il testo' }
      : { line: 'bozza', outcome: 'a posto', detail: 'presente' },
    link === null
      ? { line: 'link', outcome: 'da correggere', detail: `manca ${MISSING_NAMES.link}` }
      : linkLine(link, input),
    senderKnown
      ? { line: 'mittente', outcome: 'a posto', detail: 'può chiedere' }
      : { line: 'mittente', outcome: 'da vedere', detail: 'mittente da verificare' },
    styleLine(input),
    { line: 'duplicati', ...duplicateCheck(similar) },
    { line: 'serie', outcome: 'a posto', detail: seriesCheck(request.series) },
  ];
}
