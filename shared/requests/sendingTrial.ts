import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problemSchema } from '#shared/kernel/problem.ts';
import { sendingSchema } from '#shared/outbox/sendingAccount.ts';
import { mailAccessSchema } from '#shared/people/profile/mailAccess.ts';

/** What is tried of the way letters leave, in order: each rests on those before it. */
export const SENDING_STEPS = ['server', 'encryption', 'access', 'letter'] as const;
export type SendingStepName = (typeof SENDING_STEPS)[number];

export const sendingStepSchema = z.object({
  step: z.enum(SENDING_STEPS),
  state: z.enum(['done', 'failed', 'untried']),
  /** When it was tried; null for what was not. */
  at: instantSchema.nullable(),
  /** What the server showed (P66). */
  evidence: z.string().nullable(),
  problem: problemSchema.nullable(),
});
export type SendingStep = z.infer<typeof sendingStepSchema>;

/** How the way letters leave stands on this desk, as its part of the page shows it. */
export const sendingViewSchema = z.object({
  /** The account of the town; null when nobody wrote it. */
  sending: sendingSchema.nullable(),
  /** Since when letters leave by themselves from this desk; null where a person sends them. */
  since: instantSchema.nullable(),
  /** Whether what opens this very account, a password or an access that holds, lies on this desk. */
  hasPassword: z.boolean(),
  /** The last trial since the app began, with who made it. */
  trial: z.object({ steps: z.array(sendingStepSchema), by: z.string().nullable() }).nullable(),
  /** Why who sits here may not change the account of the town; null when he or she may. */
  readOnly: problemSchema.nullable(),
  /** Nothing leaves this computer: an invented town. */
  offline: z.boolean(),
});
export type SendingView = z.infer<typeof sendingViewSchema>;

/** What a person typed: null keeps the password that lies here. */
export const sendingWantedSchema = z.object({
  sending: sendingSchema,
  password: z.string().min(1).max(1_000).nullable(),
  /** How the access was asked for that opens it in place of a password. */
  access: mailAccessSchema.nullable(),
});
export type SendingWanted = z.infer<typeof sendingWantedSchema>;

/** What came of connecting: every step, and whether letters leave by themselves now. */
export const sendingTriedSchema = z.object({ steps: z.array(sendingStepSchema), connected: z.boolean() });
export type SendingTried = z.infer<typeof sendingTriedSchema>;

const ENCRYPTION: readonly string[] = [
  'sending-certificate',
  'sending-certificate-expired',
  'sending-certificate-name',
  'sending-not-encrypted',
];
const ACCESS: readonly string[] = ['sending-password-refused', 'sending-basic-blocked', 'sending-token-refused'];

/** The step at which a trial ends that met this problem while it connected and entered. */
export function sendingStepOf({ code }: Pick<Problem, 'code'>): SendingStepName {
  if (ENCRYPTION.includes(code)) return 'encryption';
  return ACCESS.includes(code) || code.startsWith('access-') ? 'access' : 'server';
}

/** The steps before the one that failed are done, those after it are not tried. */
export function stepsUntil(
  failed: SendingStepName,
  why: Problem,
  done: readonly SendingStep[],
  at: string,
): SendingStep[] {
  const place = SENDING_STEPS.indexOf(failed);
  return SENDING_STEPS.map((step, index): SendingStep => {
    const before = done.find((one) => one.step === step);
    if (index === place) return { step, state: 'failed', at, evidence: null, problem: why };
    if (index > place) return { step, state: 'untried', at: null, evidence: null, problem: null };
    return before ?? { step, state: 'done', at, evidence: null, problem: null };
  });
}

/** Whether every step was done. */
export const isSendingTried = (steps: readonly SendingStep[]): boolean => steps.every(({ state }) => state === 'done');
