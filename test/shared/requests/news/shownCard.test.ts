/** What is known of the card under a notice: never an invented one (P22, P66). */
import { expect, it } from 'vitest';
import type { LinkCheck } from '#shared/requests/linkCheck.ts';
import { shownCard } from '#shared/requests/news/shownCard.ts';

const LINK = 'https://www.comune.valdombra.example/novita/a';
const card = { title: 'Ecocentro', description: null, image: null };
const look = (outcome: LinkCheck['outcome'], more: Partial<LinkCheck> = {}): LinkCheck => ({
  ...{ link: LINK, outcome, status: null, title: null, leadsTo: null, checkedAt: '2026-03-02T09:00:00.000Z' },
  ...more,
});
const page = { card, mark: null, says: { days: [], places: [] } };

it('is the card of the page that answers', () => {
  expect(shownCard(LINK, LINK, look('reachable', { page }))).toEqual({ state: 'card', card });
  expect(shownCard(`${LINK}/`, LINK, look('reachable', { page }))).toEqual({ state: 'card', card });
});

it.each([
  ['without a link in the text', shownCard(null, LINK, look('reachable', { page })), 'none'],
  ['without a title', shownCard(LINK, LINK, look('reachable', { page: { ...page, card: null } })), 'none'],
  ['of a page that is gone', shownCard(LINK, LINK, look('notFound')), 'none'],
  ['of another link than that of the data', shownCard(`${LINK}b`, LINK, look('reachable', { page })), 'unverified'],
  ['offline', shownCard(LINK, LINK, look('unverified')), 'unverified'],
  ['of another institution', shownCard(LINK, LINK, look('unverified', { foreign: true })), 'unverified'],
  ['of a site that does not answer', shownCard(LINK, LINK, look('failing')), 'unverified'],
  ['of a look of before', shownCard(LINK, LINK, look('reachable')), 'unverified'],
  ['not opened yet', shownCard(LINK, LINK, null), 'unverified'],
])('%s there is none, or it is not known', (_what, shown, state) => {
  expect(shown.state).toBe(state);
});
