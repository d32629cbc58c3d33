/** What became of a request, in words: the real outcome, with who decided and how (P30, P38, P66). Pure. */

import { sayEvidence } from '#renderer/ui/index.ts';
import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import { confirmed, deferred, failing, prepared, type Truth } from '#shared/kernel/evidence.ts';
import type { Decision } from '#shared/requests/decision.ts';
import type { RequestRow } from '#shared/requests/views.ts';

const VERBS: Readonly<Record<Decision['outcome'], string>> = {
  approvata: 'approva',
  'approvata con modifiche': 'approva con modifiche',
  'via alternativa': 'usa la via alternativa, senza l’approvazione del capo settore',
  emergenza: 'autorizza l’emergenza',
  'emergenza copiata, non ancora chiesta': 'autorizza l’emergenza; nessuno l’ha ancora chiesta nel gruppo',
  'non selezionata': 'non la seleziona',
  restituita: 'la restituisce',
  rinviata: 'la rinvia',
  ritirata: 'la ritira',
};

/** `Ornella Vidal approva per telefono, lo scrive Marta Bellin oggi alle 09:12`; the office where nobody is named. */
export function sayDecision({ outcome, by, at, recorded }: Decision, today: Day): string {
  const who = by ?? (outcome === 'ritirata' ? 'l’ufficio' : 'il capo settore');
  const when = at === null ? '' : `, ${sayMomentAt(at, today)}`;
  if (!recorded) return `${capitalised(who)} ${VERBS[outcome]}${when}`;
  const written = recorded.at === null ? '' : ` ${sayMomentAt(recorded.at, today)}`;
  return `${capitalised(who)} ${VERBS[outcome]} per ${recorded.way}${when}: lo scrive ${recorded.by}${written}`;
}

/** The outcome as a word with its evidence. */
export function decisionTruth(decision: Decision, today: Day): Truth {
  const { outcome } = decision;
  const parts = { word: outcome, evidence: `${sayDecision(decision, today)}.` };
  if (outcome === 'approvata' || outcome === 'approvata con modifiche') return confirmed(parts);
  if (outcome === 'emergenza copiata, non ancora chiesta') return failing(parts);
  if (outcome === 'rinviata' || outcome === 'restituita') return deferred(parts);
  return prepared(parts);
}

/** The reason of a decision, where it has one. */
export const sayWhy = ({ why }: Pick<Decision, 'why'>): string | undefined => why?.trim() || undefined;

/** What a chip of it says under the pointer. */
export const decisionEvidence = (decision: Decision, today: Day): string => {
  const why = sayWhy(decision);
  const said = sayEvidence(decisionTruth(decision, today));
  return why === undefined ? said : `${said} Il motivo: ${why}`;
};

/** Why a request is worked on again: given back by the head, or opened anew. */
export const sayReopened = ({ decision }: Pick<RequestRow, 'decision'>, today: Day): string =>
  decision?.outcome === 'restituita' ? sayDecision(decision, today) : 'Di nuovo da lavorare';
