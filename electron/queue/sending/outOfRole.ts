import type { Desk } from '#electron/desk/desk.ts';
import { standing } from '#shared/drafts/draft.ts';
import { draftFacts } from '#shared/drafts/facts.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import { hadRole } from '#shared/people/rights.ts';

/** Who approved a notice in the app without being head of sector at that moment («fuori ruolo»); null = nobody. */
export function approverOutOfRole({ journal }: Desk, id: string): string | null {
  for (const raw of [...standing(journal.factsOf(`draft/${id}`))].reverse()) {
    const fact = raw.type === 'draft.approved' ? readFact(draftFacts, raw) : undefined;
    if (fact?.type !== 'draft.approved') continue;
    if (fact.body.way !== 'app') return null;
    const isHead = hadRole(journal.factsOf(`person/${fact.actor}`), 'capo settore', fact);
    return isHead ? null : fact.actor;
  }
  return null;
}
