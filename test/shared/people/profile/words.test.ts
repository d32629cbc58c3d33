import { expect, it, test } from 'vitest';
import { FIELD_GROUPS } from '#shared/people/profile/fieldWords.ts';
import { PROFILE_FIELDS } from '#shared/people/profile/profile.ts';
import { rubano } from '#shared/people/profile/rubano.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { hoursLines, sayField } from '#shared/people/profile/words.ts';

test('hours are said by runs of equal days, Monday first', () => {
  expect(hoursLines(valdombra.calendar)).toEqual([
    'Da lunedì a venerdì dalle 08:30 alle 12:30 e dalle 15:00 alle 17:30',
    'Sabato e domenica chiuso',
  ]);
  const [sunday, monday] = [[], [{ from: '09:00', to: '12:00' }]];
  expect(
    hoursLines({ patron: null, closed: [], hours: [sunday, monday, sunday, monday, monday, monday, monday] }),
  ).toEqual([
    'Lunedì dalle 09:00 alle 12:00',
    'Martedì chiuso',
    'Da mercoledì a sabato dalle 09:00 alle 12:00',
    'Domenica chiuso',
  ]);
});

it('says what the town of Rubano is known by, and nothing of what nobody told', () => {
  expect(sayField(rubano, 'hosts')).toEqual(rubano.hosts);
  expect(sayField(rubano, 'registerPath')).toEqual([rubano.registerPath]);
  for (const field of ['optOutWord', 'mayor', 'senders', 'offices', 'contract'] as const) {
    expect(sayField(rubano, field)).toEqual([]);
  }
  expect(sayField(valdombra, 'contract')).toEqual(['18,00 € a invio', 'CIG Z0A1B2C3D4']);
  expect(sayField(valdombra, 'calendar').slice(-2)).toEqual(['Patrono: 24 giugno', 'Altre chiusure: nessuna']);
});

it('shows every field but the name of the profile, each once (P4: every value can be seen and changed)', () => {
  const shown = FIELD_GROUPS.flatMap(({ fields }) => fields);
  expect([...shown].sort()).toEqual(PROFILE_FIELDS.filter((field) => field !== 'id').sort());
});
