import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { CardPicture } from '#shared/requests/views.ts';
import type { NewsSite } from './newsSite.ts';
import { unknownRequest } from './requests.ts';
import type { RequestStore } from './store.ts';

/** So many pictures are kept in memory, those looked at last: at most 5 MB each. */
const MOST_KEPT = 6;

/** The pictures of the cards citizens will see (P22): fetched when a card is shown, kept in memory only (decision 0034). */
export function cardCases(store: Pick<RequestStore, 'get'>, site: Pick<NewsSite, 'picture'>) {
  const kept = new Map<string, CardPicture>();
  const fetched = async (address: string): Promise<CardPicture> => {
    const found = await site.picture(address);
    if (!found) return { picture: null };
    const { bytes, ...picture } = found;
    const answer: CardPicture = { picture: { ...picture, base64: Buffer.from(bytes).toString('base64') } };
    kept.set(address, answer);
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
    return answer;
  };
  return {
    picture: async ({ id }: { readonly id: string }): Promise<Result<CardPicture, Problem>> => {
      const request = store.get(id);
      if (!request) return unknownRequest();
      const image = request.linkCheck?.page?.card?.image;
      if (image?.place !== 'own') return ok({ picture: null });
      return ok(kept.get(image.address) ?? (await fetched(image.address)));
    },
  };
}
