/** The steps of a trial in words: done with a past participle only where it is proved (P66). */
import type { Mark } from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import type { TrialStep } from '#shared/requests/mailboxTrial.ts';
import type { SendingStep } from '#shared/requests/sendingTrial.ts';

/** A step of either way: how e-mails come in, how letters leave. */
export type AnyStep = TrialStep | SendingStep;

const WORDS: Readonly<Record<AnyStep['step'], Readonly<Record<TrialStep['state'], string>>>> = {
  server: { done: 'Il server risponde', failed: 'Il server non risponde', untried: 'Il server' },
  encryption: {
    done: 'Il collegamento è cifrato',
    failed: 'Il collegamento non è sicuro',
    untried: 'Il collegamento cifrato',
  },
  access: { done: 'L’accesso è accettato', failed: 'L’accesso è rifiutato', untried: 'L’accesso alla casella' },
  letter: {
    done: 'Una e-mail di prova è consegnata al server',
    failed: 'La e-mail di prova non è partita bene',
    untried: 'Una e-mail di prova a questo indirizzo',
  },
  folder: { done: 'La cartella si apre', failed: 'La cartella non si apre', untried: 'La cartella da leggere' },
  message: { done: 'Una e-mail è stata letta', failed: 'Nessuna e-mail letta', untried: 'Una e-mail da leggere' },
};

/** What a step says of itself. */
export const sayStep = ({ step, state }: AnyStep): string => WORDS[step][state];

/** What to do about a step that failed, and why; what a step that was done rests on. */
export function stepLines({ evidence, problem }: AnyStep): readonly string[] {
  if (problem === null) return evidence === null ? [] : [evidence];
  return [problem.what, ...(problem.why === undefined ? [] : [problem.why]), problem.remedy];
}

/** Whether a step was done, with what the server showed for it (P66). */
export const isProved = ({ state, evidence }: AnyStep): boolean => state === 'done' && evidence !== null;

/** The sign of a step. */
export function signOfStep({ state, evidence, step }: AnyStep): Mark {
  // Without anything the server showed it is not known (P66).
  if (state === 'done' && evidence !== null) return confirmed({ word: WORDS[step].done, evidence });
  return state === 'failed' ? 'error' : 'unverified';
}

/** `3 prove su 5`. */
export const countSteps = (steps: readonly AnyStep[]): string =>
  `${steps.filter(({ state }) => state === 'done').length} prove su ${steps.length}`;
