/** The steps of a trial in words: done with a past participle only where it is proved (P66). */
import type { Mark } from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import type { TrialStep, TrialStepName } from '#shared/requests/mailboxTrial.ts';

const WORDS: Readonly<Record<TrialStepName, readonly [done: string, untried: string]>> = {
  server: ['Il server risponde', 'Il server risponde'],
  encryption: ['Il collegamento è cifrato', 'Il collegamento cifrato'],
  access: ['L’accesso è accettato', 'L’accesso alla casella'],
  folder: ['La cartella si apre', 'La cartella da leggere'],
  message: ['Una e-mail è stata letta', 'Una e-mail da leggere'],
};

/** What a step says of itself. */
export const sayStep = ({ step, state }: TrialStep): string => WORDS[step][state === 'done' ? 0 : 1];

/** What to do about a step that failed, and why; what a step that was done rests on. */
export function stepLines({ evidence, problem }: TrialStep): readonly string[] {
  if (problem === null) return evidence === null ? [] : [evidence];
  return [problem.what, ...(problem.why === undefined ? [] : [problem.why]), problem.remedy];
}

/** The sign of a step. */
export function signOfStep({ state, evidence, step }: TrialStep): Mark {
  if (state === 'done') return confirmed({ word: WORDS[step][0], evidence: evidence ?? WORDS[step][0] });
  return state === 'failed' ? 'error' : 'unverified';
}

/** `3 prove su 5`. */
export const countSteps = (steps: readonly TrialStep[]): string =>
  `${steps.filter(({ state }) => state === 'done').length} prove su ${steps.length}`;
