import type { Desk } from '#electron/desk/desk.ts';
import type { OpenWord, Word } from '#electron/desk/word.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { draftsContract } from '#shared/drafts/contract.ts';
import { draftFacts } from '#shared/drafts/facts.ts';
import { sayHeard } from '#shared/drafts/heard.ts';
import { ok } from '#shared/kernel/result.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { NoticeRef } from '#shared/register/noticeRef.ts';
import { draftCases } from './drafts.ts';
import type { Checking } from './forward.ts';
import { forwardedNotices } from './notices.ts';
import { publish } from './pack.ts';
import { packProjections, packStore } from './packStore.ts';
import { type DraftStore, draftProjections, draftStore } from './store.ts';
import { undoLetter } from './undo.ts';

/** What the texts bring to the house. */
export const drafts = {
  facts: [draftFacts],
  blobs: {},
  projections: [...draftProjections, ...packProjections],
  store: draftStore,
  /** The texts on which the head has still to decide, for the words to the left. */
  forwarded: (store: DraftStore, requests: RequestStore): readonly NoticeRef[] => forwardedNotices(store, requests),
  /** The decisions about a text that somebody wrote down for the head (P38), one a line; null where there are none. */
  heard: (desk: Desk, store: DraftStore, id: string): string | null => {
    const heard = store.get(id)?.heard;
    const name = (person: string): string => nameOf(desk.roster(), person);
    return heard ? heard.map((one) => sayHeard(one, name)).join('\n') : null;
  },
} satisfies Word<DraftStore> & Record<string, unknown>;

export interface DraftsPorts {
  readonly store: DraftStore;
  readonly requests: RequestStore;
  readonly candidates: Checking['similar'];
}

/** The use-cases of the texts until the head decides, and of the Prontuario (P23–P26, P30). */
export function openDrafts(
  desk: Desk,
  { store, requests, candidates }: DraftsPorts,
): OpenWord<typeof draftsContract> & { readonly checking: () => Checking } {
  const pack = packStore(desk.database);
  const checking = (): Checking => ({ pack: pack(), similar: candidates });
  const draft = draftCases(desk, store, requests, checking);
  return {
    topic: 'drafts',
    checking,
    cases: {
      'drafts.pack': () => ok(pack()),
      'drafts.publishPack': (input) => publish(desk, pack, input.pack),
      'drafts.save': draft.save,
      'drafts.kept': ({ id }) => ok(store.written(id) ?? null),
      'drafts.forward': draft.forward,
      'drafts.waiting': () => ok([...draft.waiting()]),
      'drafts.decline': draft.decline,
      'drafts.toRegularise': () => ok([...draft.toRegularise()]),
      'drafts.undo': ({ id }) => undoLetter(desk, { requests, drafts: store }, id),
    },
  };
}
