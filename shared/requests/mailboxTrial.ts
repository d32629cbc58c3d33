import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problemSchema } from '#shared/kernel/problem.ts';

/** What is tried of a mailbox on a server, in order: each rests on those before it. */
export const TRIAL_STEPS = ['server', 'encryption', 'access', 'folder', 'message'] as const;
export type TrialStepName = (typeof TRIAL_STEPS)[number];

export const trialStepSchema = z.object({
  step: z.enum(TRIAL_STEPS),
  state: z.enum(['done', 'failed', 'untried']),
  /** When it was tried; null for what was not. */
  at: instantSchema.nullable(),
  /** What the server showed (P66), or why it was not tried. */
  evidence: z.string().nullable(),
  problem: problemSchema.nullable(),
});
export type TrialStep = z.infer<typeof trialStepSchema>;

/** The step each problem belongs to; of any other one the server itself did not answer as it should. */
const STEP_OF: Readonly<Record<string, TrialStepName>> = {
  'mailbox-certificate': 'encryption',
  'mailbox-certificate-expired': 'encryption',
  'mailbox-certificate-name': 'encryption',
  'mailbox-not-encrypted': 'encryption',
  'mailbox-password-refused': 'access',
  'mailbox-password-missing': 'access',
  'mailbox-access-ended': 'access',
  'mailbox-token-refused': 'access',
  'mailbox-basic-blocked': 'access',
  'mailbox-shared-access': 'access',
  'mailbox-folder-missing': 'folder',
  'mailbox-server-lies': 'folder',
};

/** The step at which a trial ends that met this problem. */
export const stepOf = ({ code }: Pick<Problem, 'code'>): TrialStepName =>
  STEP_OF[code] ?? (code.startsWith('access-') ? 'access' : 'server');

/** Whether a trial met nothing that stops the reading. */
export const isPassed = (steps: readonly TrialStep[]): boolean => steps.every(({ state }) => state !== 'failed');
