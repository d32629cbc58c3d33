import { expect, it } from 'vitest';
import { deviceFact } from '#shared/journal/devices.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { namesIn } from '#shared/people/names.ts';
import { pen } from '../../helpers/facts.ts';
import { LUCA, MARTA } from '../../helpers/town.ts';

it('knows the newest name of everybody there ever was, the app, and nobody by an id', () => {
  const desk = pen();
  const joined = (name: string) => deviceFact('device.joined', 'device/desk0001', { name, app: '0.1.0' });
  desk.write(THE_APP, joined('pc-1'), joined('Sportello'));
  desk.write(MARTA.id, peopleFact('person.set', 'person/marta', MARTA), peopleFact('person.set', 'person/luca', LUCA));
  desk.write(MARTA.id, peopleFact('person.set', 'person/marta', { ...MARTA, name: 'Marta Bellin Rossi' }));
  desk.write(MARTA.id, peopleFact('person.removed', 'person/luca', {}));
  const { person, desk: deskOf } = namesIn(desk.all());
  expect(['marta', 'luca', THE_APP, 'x9'].map(person)).toEqual([
    'Marta Bellin Rossi',
    'Luca Zennaro',
    'l’app',
    'una persona senza nome',
  ]);
  expect(['desk0001', 'desk0002'].map(deskOf)).toEqual(['«Sportello»', 'senza nome']);
});
