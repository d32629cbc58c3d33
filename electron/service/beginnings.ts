import { z } from 'zod';
import type { Desk, Done } from '#electron/desk/desk.ts';
import { routesHere } from '#electron/desk/sendingSince.ts';
import { isMailboxConnected } from '#electron/requests/mailbox/connecting.ts';
import { mailboxState } from '#electron/requests/mailboxState.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import type { ShareState } from '#shared/journal/shareState.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { ok } from '#shared/kernel/result.ts';
import type { ProfileEntry } from '#shared/people/profile/town.ts';
import { headOf, nameOf, personOfAccount } from '#shared/people/roster.ts';
import {
  type Beginning,
  type BeginningId,
  beginningIdSchema,
  beginningsOf,
  type DeskFacts,
  lackKey,
} from '#shared/service/beginnings.ts';

const SKIPPED = 'skipped-beginnings';
const skippedSchema = z.partialRecord(beginningIdSchema, z.string());

/** How the register is shared, and what the desks tell of themselves. */
type Share = DeskFacts['share'] & Pick<ShareState, 'desks'>;

/** What this desk knows of itself; the names of who wrote are those of now. */
function factsOf(desk: Desk, share: Share): DeskFacts {
  const roster = desk.roster();
  const { profile, entries } = desk.town();
  const { receiving } = profile.mailAccount;
  const name = (id: string): string => nameOf(roster, id);
  const card = (person: string): Fact | undefined => inOrder(desk.journal.factsOf(`person/${person}`)).at(-1);
  const setBy = (entry: ProfileEntry | undefined) => ({
    by: entry?.set ? name(entry.set.by) : null,
    at: entry?.set?.at ?? null,
  });
  const sitting = desk.person();
  const isOwner = sitting !== undefined && personOfAccount(roster, desk.account)?.id === sitting.id;
  const head = headOf(roster);
  const written = head && card(head.id);
  const confirmed = [...entries.values()]
    .flatMap(({ confirmed: one }) => one ?? [])
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))[0];
  return {
    share,
    person: sitting
      ? {
          name: sitting.name,
          account: isOwner ? desk.account : null,
          at: isOwner ? (card(sitting.id)?.at ?? null) : desk.chosenAt(),
        }
      : null,
    head: head
      ? { name: head.name, address: head.address, by: written ? name(written.actor) : null, at: written?.at ?? null }
      : null,
    formerHead: roster.retired.find(({ roles }) => roles.includes('capo settore'))?.name ?? null,
    mailbox: {
      server: isMailboxConnected(desk) && receiving ? `${receiving.user} su ${receiving.server}` : null,
      folder: desk.folders.get().mails,
      isChosen: desk.folders.isChosen('mails'),
      ...mailboxState(desk),
    },
    contractor: { address: profile.contractor.address, ...setBy(entries.get('contractor')) },
    mayor: { address: profile.mayor, ...setBy(entries.get('mayor')) },
    nothingLeaves:
      share.configured !== null &&
      routesHere(desk).length === 0 &&
      !share.desks.some(({ revoked, serves }) => !revoked && serves !== null && serves.length > 0),
    town: {
      toConfirm: profile.toConfirm.length,
      by: confirmed ? name(confirmed.by) : null,
      at: (confirmed?.at ?? null) as Instant | null,
    },
    skipped: desk.local.get(SKIPPED, skippedSchema) ?? {},
  };
}

/** What this desk still lacks before it can work; nothing in the invented town, which has all it needs. */
export const viewBeginnings = (desk: Desk, share: Share, training: boolean): readonly Beginning[] =>
  training ? [] : beginningsOf(factsOf(desk, share));

/** A person skips a row, as long as the same is lacking, or takes that back; on this desk alone. */
export function skipBeginning(
  desk: Desk,
  rows: readonly Beginning[],
  { id, skip }: { readonly id: BeginningId; readonly skip: boolean },
): Done {
  const row = rows.find((one) => one.id === id);
  const { [id]: _before, ...others } = desk.local.get(SKIPPED, skippedSchema) ?? {};
  desk.local.set(SKIPPED, skip && row && 'lack' in row ? { ...others, [id]: lackKey(row) } : others);
  desk.tell('service');
  return ok({});
}
