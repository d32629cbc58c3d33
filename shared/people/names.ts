import { deviceFacts } from '#shared/journal/devices.ts';
import { type Fact, THE_APP } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import { idIn, type Names, quoted } from '#shared/journal/story.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import { excerpt } from '#shared/kernel/text.ts';
import { peopleFacts } from './facts.ts';

const NAME_LENGTH = 40;

/** The names that a set of facts gives to people and desks, the newest of each: also of who is no longer in the roster. */
export function namesIn(facts: readonly Fact[]): Names {
  const people = new Map([[THE_APP, 'l’app']]);
  const desks = new Map<string, string>();
  for (const raw of inOrder(facts)) {
    const person = readFact(peopleFacts, raw);
    if (person?.type === 'person.set') people.set(person.body.id, excerpt(person.body.name, NAME_LENGTH));
    const device = readFact(deviceFacts, raw);
    if (device && 'name' in device.body && device.body.name !== '')
      desks.set(idIn(device.ent), quoted(device.body.name, NAME_LENGTH));
  }
  return {
    person: (id) => people.get(id) ?? 'una persona senza nome',
    desk: (dev) => desks.get(dev) ?? 'senza nome',
  };
}
