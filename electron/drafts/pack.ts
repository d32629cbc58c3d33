import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { Pack } from '#shared/drafts/pack.ts';
import { publishPack } from '#shared/drafts/publishPack.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** The head publishes the rules of style; from now on every text is checked with them (P23). Answers with the version. */
export function publish(desk: Desk, current: () => Pack, pack: Pack): Result<{ version: number }, Problem> {
  const kept = decideAndKeep(desk, (context) => publishPack(current(), pack, context));
  return kept.ok ? ok({ version: current().version }) : kept;
}
