import { textHash } from '#shared/drafts/decide.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { instantAt, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { nameOf } from '#shared/people/roster.ts';
import { recordEntry } from '#shared/register/record.ts';
import type { StatementItem } from '#shared/report/statement/statement.ts';
import { reportFact } from './facts.ts';
import type { Period } from './period.ts';

/** What a person says about a message that was sent and never registered: the statement does not tell it. */
export interface Addition {
  readonly title: string;
  readonly office: string | null;
  readonly route: Route;
  /** Why it belongs to the register although nobody recorded it. */
  readonly note: string;
}

/** The row of the statement, with the file it stands in. */
export interface AddedRow {
  readonly period: Period;
  readonly fileName: string;
  readonly item: StatementItem;
  /** Its key, as `statementKeys` gives it. */
  readonly key: string;
}

/** Stands for a time the statement does not tell; the deviations say so. */
const UNKNOWN_TIME = '12:00';
const ID_LENGTH = 24;

/** Id of the row of the register: the same for the same row of a statement, so that it is never added twice. */
export const addedId = ({ period, key }: Pick<AddedRow, 'period' | 'key'>, sha256: Context['sha256']): string =>
  `rendiconto-${sha256(`${period} ${key}`).slice(0, ID_LENGTH)}`;

/**
 * The facts that put a row of the statement into the register (P40, P51): day, time, text, recipients and link are the
 * contractor's; who added it, from where and why stays in its deviations. `highest` as in `recordEntry`.
 * Problem codes: `row-incomplete` (no day or no text), `row-in-future`.
 */
export function addToRegister(
  row: AddedRow,
  addition: Addition,
  context: Context,
  highest: ((year: number) => number) | null,
): Result<readonly NewFact[], Problem> {
  const { period, fileName, item, key } = row;
  const { day, time, text } = item;
  if (day === null || text === '') {
    return problem({
      code: 'row-incomplete',
      what: `La riga ${item.row} non dice ${day === null ? 'in quale giorno' : 'con quale testo'} l’avviso è stato inviato.`,
      remedy: 'Chiedi alla ditta il dato che manca e carica il rendiconto corretto.',
    });
  }
  const sentAt = instantAt(day, time ?? UNKNOWN_TIME);
  if (day > romeOf(context.now).day) {
    return problem({
      code: 'row-in-future',
      what: `La riga ${item.row} porta un giorno che deve ancora venire.`,
      remedy: 'Controlla la data con la ditta prima di aggiungere l’avviso.',
    });
  }
  const { title, office, route, note } = addition;
  const [by, hash] = [context.actor, textHash(text, context.sha256)];
  const body = {
    title,
    office,
    category: null,
    reason: null,
    link: item.link,
    route,
    requestedDate: null,
    plannedFor: sentAt,
    sentAt,
    receivedAt: sentAt,
    forwardedAt: null,
    recipients: item.recipients,
    asked: '',
    rewritten: { text, hash, by, at: context.now },
    approved: null,
    sent: { text, hash, by, at: sentAt },
    deviations: [
      `Aggiunto dal rendiconto della ditta («${fileName}», riga ${item.row}) da ${nameOf(context.roster, by)}: ${note}`,
      'Richiesta e approvazione non risultano.',
      ...(time === null ? ['L’ora dell’invio non è nota.'] : []),
    ],
  };
  return ok([
    ...recordEntry(addedId(row, context.sha256), body, highest),
    reportFact('period.decided', `period/${period}`, {
      about: { statement: key },
      outcome: 'added to the register',
      note,
    }),
  ]);
}
