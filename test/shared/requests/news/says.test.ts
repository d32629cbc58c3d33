/** The days, hours and places a page names (P22). */
import { expect, it } from 'vitest';
import { daysSaid, placesSaid } from '#shared/requests/news/says.ts';

const ON = '2026-11-24';

it('names the days it is about, not those it was published, changed or numbered on', () => {
  const text = [
    'Pubblicato il 20 novembre 2026',
    'Data di pubblicazione:\n20/11/2026',
    'Ultimo aggiornamento: 21 novembre 2026',
    'Ordinanza n. 45 del 19 novembre 2026',
    'L’ecocentro chiude venerdì 27 novembre alle 12.30.',
  ].join('\n');
  expect(daysSaid(text, ON)).toMatchObject([{ day: '2026-11-27', time: '12:30' }]);
});

it.each([
  ['in via Argine 12 e in piazza della Libertà', ['via Argine', 'piazza della Libertà']],
  ['Via XX Settembre, poi viale dell’Industria', ['Via XX Settembre', 'viale dell’Industria']],
  ['scrivi via e-mail o via mail', []],
  ['Largo ai giovani', []],
])('of «%s» names %j', (text, places) => {
  expect(placesSaid(text)).toEqual(places);
});
