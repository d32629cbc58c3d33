import type { ReadableDatabase } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { draftFacts } from '#shared/drafts/facts.ts';
import { defaultPack, type Pack, packSchema } from '#shared/drafts/style/pack.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { readFact } from '#shared/journal/vocabulary.ts';

/** There is one pack of rules for the municipality. */
const THE_PACK = 'comune';

const packs = entityTable({
  kind: 'pack',
  version: 1,
  topic: 'drafts',
  schema: packSchema,
  columns: {},
  fold: (_id, facts) =>
    foldFacts<Pack | undefined>(facts, undefined, (pack, raw) => {
      const fact = readFact(draftFacts, raw);
      return fact?.type === 'pack.published' ? fact.body : pack;
    }),
});

export const packProjections: readonly Projection[] = [packs.projection];

/** Reads the pack in use: the last one published, else the default (P23). */
export function packStore(database: ReadableDatabase): () => Pack {
  const { get } = packs.open(database);
  return () => get(THE_PACK) ?? defaultPack;
}
