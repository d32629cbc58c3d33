/** The picture of a card is fetched from the site, once, and only where it lies there (P22). */
import { expect, it } from 'vitest';
import { cardCases } from '#electron/requests/cards.ts';
import { requestFact } from '#shared/requests/facts.ts';
import type { NewsCard } from '#shared/requests/news/card.ts';
import { codeOf, must, openTownDesk, write } from '../../helpers/desk.ts';
import { ROAD_WORKS, requestReceived } from '../../helpers/facts.ts';

const ADDRESS = 'https://www.comune.valdombra.example/a.png';

function desk(image: NewsCard['image']) {
  const asked: string[] = [];
  const opened = openTownDesk();
  write(opened, requestReceived('r1'));
  write(
    opened,
    requestFact('request.linkChecked', 'request/r1', {
      ...{ link: ROAD_WORKS.link, outcome: 'reachable', status: 200, title: 'Via Roma', leadsTo: null },
      checkedAt: opened.clock.now(),
      page: { card: { title: 'Via Roma', description: null, image }, mark: null, says: { days: [], places: [] } },
    }),
  );
  const picture = async (address: string) => {
    asked.push(address);
    return { kind: 'image/png' as const, width: 3, height: 2, bytes: Uint8Array.of(1, 2) };
  };
  return { asked, cards: cardCases(opened.requests, { picture }) };
}

it('of the site is fetched once', async () => {
  const { asked, cards } = desk({ place: 'own', address: ADDRESS });
  const shown = { picture: { kind: 'image/png', width: 3, height: 2, base64: 'AQI=' } };
  expect(must(await cards.picture({ id: 'r1' }))).toEqual(shown);
  expect(must(await cards.picture({ id: 'r1' }))).toEqual(shown);
  expect(asked).toEqual([ADDRESS]);
});

it.each(['elsewhere', 'unusable'] as const)('of a picture that lies %s nothing is asked', async (place) => {
  const { asked, cards } = desk({ place, address: ADDRESS });
  expect(must(await cards.picture({ id: 'r1' }))).toEqual({ picture: null });
  expect(asked).toEqual([]);
});

it('of no request there is none', async () => {
  expect(codeOf(await desk(null).cards.picture({ id: 'r9' }))).toBe('request-unknown');
});
