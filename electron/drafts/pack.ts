import type { Desk } from '#electron/desk/desk.ts';
import { publishPack } from '#shared/drafts/publishPack.ts';
import type { Pack } from '#shared/drafts/style/pack.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { map, type Result } from '#shared/kernel/result.ts';

/** The head publishes the rules of style; from now on every text is checked with them (P23). Answers with the version. */
export function publish(desk: Desk, current: () => Pack, pack: Pack): Result<{ version: number }, Problem> {
  return map(
    desk.act((context) => publishPack(current(), pack, context)),
    () => ({ version: current().version }),
  );
}
