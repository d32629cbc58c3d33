import type { BodyOf } from '#shared/journal/vocabulary.ts';
import type { Proposal } from '#shared/requests/reading/propose.ts';
import type { requestFacts } from './facts.ts';

type Asked = BodyOf<typeof requestFacts, 'request.received'>['asked'];

/** What a proposal asks, as a request keeps it (P24); category and reason are for a person to say. */
export function askedIn({ send, link, office, draft }: Proposal): Asked {
  return {
    sendDate: send.chosen?.date ?? null,
    sendTime: send.time,
    link: link?.url ?? null,
    office,
    category: null,
    reason: null,
    text: draft?.text ?? '',
  };
}
