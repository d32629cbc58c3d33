import { z } from 'zod';
import type { Fact } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { type FactOf, readFact } from '#shared/journal/vocabulary.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { assertNever } from '#shared/kernel/never.ts';
import { choiceSchema, decisionSchema, isSameAbout } from './choices.ts';
import { reportFacts } from './facts.ts';

const readSchema = { by: z.string(), at: instantSchema };

/** What the office has done for the report of two months, as its facts tell it. */
export const reportCaseSchema = z.object({
  id: z.string(),
  statement: reportFacts['period.statementRead'].extend(readSchema).nullable(),
  choices: z.array(choiceSchema),
  decisions: z.array(decisionSchema),
  invoice: reportFacts['period.invoiceRead'].extend(readSchema).nullable(),
  assigned: reportFacts['period.assigned'].shape.assigned,
  delivered: reportFacts['period.assigned'].shape.delivered,
  conclusion: reportFacts['period.concluded'].extend(readSchema).nullable(),
});
export type ReportCase = z.infer<typeof reportCaseSchema>;

/** The case of a period on which nothing was done yet. */
export const emptyCase = (id: string): ReportCase => ({
  id,
  statement: null,
  choices: [],
  decisions: [],
  invoice: null,
  assigned: null,
  delivered: null,
  conclusion: null,
});

const otherChoices = (
  { choices }: ReportCase,
  { register, statement }: Pick<ReportCase['choices'][number], 'register' | 'statement'>,
): ReportCase['choices'] => choices.filter((choice) => choice.register !== register || choice.statement !== statement);

const otherDecisions = (
  { decisions }: ReportCase,
  { about }: Pick<ReportCase['decisions'][number], 'about'>,
): ReportCase['decisions'] => decisions.filter((decision) => !isSameAbout(decision.about, about));

function apply(state: ReportCase, fact: FactOf<typeof reportFacts>): ReportCase {
  const { actor: by, at } = fact;
  switch (fact.type) {
    case 'period.statementRead':
      return { ...state, statement: { ...fact.body, by, at } };
    case 'period.paired':
      return { ...state, choices: [...otherChoices(state, fact.body), fact.body] };
    case 'period.unpaired':
      return { ...state, choices: otherChoices(state, fact.body) };
    case 'period.decided':
      return { ...state, decisions: [...otherDecisions(state, fact.body), { ...fact.body, by, at }] };
    case 'period.reopened':
      return { ...state, decisions: otherDecisions(state, fact.body) };
    case 'period.invoiceRead':
      return { ...state, invoice: { ...fact.body, by, at } };
    case 'period.assigned':
      return { ...state, ...fact.body };
    case 'period.concluded':
      return { ...state, conclusion: { ...fact.body, by, at } };
    default:
      return assertNever(fact, 'fatto di un report');
  }
}

/** The case that a set of facts tells; a period without facts has none. */
export function foldReportCase(id: string, facts: readonly Fact[]): ReportCase | undefined {
  const known = facts.some((fact) => readFact(reportFacts, fact) !== undefined);
  if (!known) return undefined;
  return foldFacts(facts, emptyCase(id), (state, raw) => {
    const fact = readFact(reportFacts, raw);
    return fact ? apply(state, fact) : state;
  });
}
