import { z } from 'zod';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk } from '#electron/desk/desk.ts';
import type { EffectProgram } from '#electron/outbox/outbox.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { nextRound, type Request } from '#shared/requests/request.ts';
import type { RequestStore } from './store.ts';

export const CHARGE = 'share.charge';
const payloadSchema = z.object({ request: z.string(), round: z.int().positive() });

/** What asks the other desks for a charge just taken: the claim of its round; nothing for a desk alone. */
export function chargeEffects(desk: Desk, request: Request): readonly Effect[] {
  if (!desk.claims.isShared()) return [];
  const { id } = request;
  const round = nextRound(request);
  const payload = { request: id, round };
  return [{ id: `${CHARGE}/${id}/${round}`, kind: CHARGE, payload, notBefore: desk.now() }];
}

/**
 * Claims the round of a charge in the shared place (P41). Without the place the charge stays provisional and this is tried
 * again; who loses sees who won as soon as the winner's facts arrive.
 */
export function chargeProgram(desk: Desk, store: RequestStore): EffectProgram {
  return async ({ payload }): Promise<Result<void, Problem>> => {
    const { request: id, round } = payloadSchema.parse(payload);
    const mine = store.get(id)?.charges.find((one) => one.round === round && one.dev === desk.journal.device());
    if (!mine || mine.claimed) return ok(undefined);
    const claimed = await desk.claims.take({ kind: 'presa', key: `${id}-${round}` }, `request/${id}`);
    if (claimed.state === 'away') return err(claimed.problem);
    if (claimed.state === 'lost') return ok(undefined);
    return storageResult(() => {
      desk.journal.append([requestFact('request.chargeClaimed', `request/${id}`, { round })], { actor: THE_APP });
    });
  };
}
