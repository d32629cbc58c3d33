/** The journal in words (P65): every type of fact of every word has its sentence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '#shared/journal/canonical.ts';
import { deviceFact } from '#shared/journal/devices.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import type { Names } from '#shared/journal/story.ts';
import type { Vocabulary } from '#shared/journal/vocabulary.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { namesIn } from '#shared/people/names.ts';
import { tellFact } from '#shared/service/story.ts';
import { pen } from '../../helpers/facts.ts';
import { SECOND_ROWS } from '../../helpers/laterStoryRows.ts';
import { LETTER_ROWS } from '../../helpers/letterStoryRows.ts';
import { expectSentence, stretched } from '../../helpers/sentences.ts';
import { FIRST_ROWS } from '../../helpers/storyRows.ts';
import { LUCA, MARTA, ORNELLA } from '../../helpers/town.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const STORY_ROWS = [...FIRST_ROWS, ...SECOND_ROWS, ...LETTER_ROWS];
const PEOPLE = [MARTA, LUCA, ORNELLA];
const BEGINNINGS = [...PEOPLE.map(({ name }) => name), 'L’app'];

/** Every schema of a fact, wherever in shared/ a vocabulary has its writer. */
async function everyFact(): Promise<Vocabulary> {
  const files = readdirSync(join(ROOT, 'shared'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const writers = files.flatMap((file) => {
    const source = readFileSync(join(ROOT, 'shared', file), 'utf8');
    return [...source.matchAll(/= writerOf\((\w+)\)/g)].map(([, name = '']) => ({ file, name }));
  });
  const found = await Promise.all(
    writers.map(async ({ file, name }) => {
      const module = (await import(join(ROOT, 'shared', file))) as Readonly<Record<string, Vocabulary>>;
      return module[name] ?? { [`${file}: ${name}`]: undefined };
    }),
  );
  return Object.assign({}, ...found) as Vocabulary;
}
const FACTS = await everyFact();

const desk = pen();
desk.write(THE_APP, deviceFact('device.joined', 'device/desk0001', { name: 'Sportello', app: '0.1.0' }));
for (const person of PEOPLE) desk.write(THE_APP, peopleFact('person.set', `person/${person.id}`, person));
const NAMES = namesIn(desk.all());
/** Names as long as `namesIn` lets them be. */
const LONG_NAMES: Names = { person: () => `Maria ${'x'.repeat(34)}`, desk: () => `«${'x'.repeat(40)}»` };
const tell = (actor: string, type: string, ent: string, body: Json, names = NAMES): string =>
  tellFact(pen().write(actor, { type, ent, body })[0] as never, names);

describe('each type of fact', () => {
  it.each(STORY_ROWS.map(([actor, fact, sentence]) => [fact.type, actor, fact, sentence] as const))(
    '%s by %s',
    (type, actor, { ent, body }, sentence) => {
      expect(tell(actor, type, ent, body)).toBe(sentence);
      expectSentence(sentence, BEGINNINGS, type);
    },
  );

  it('is in this table: the list of those without a sentence is empty, and stays so', () => {
    const told = new Set(STORY_ROWS.map(([, { type }]) => type));
    expect(Object.keys(FACTS).length).toBeGreaterThan(60);
    expect(Object.keys(FACTS).filter((type) => !told.has(type))).toEqual([]);
  });

  it('stays one short sentence whatever people wrote', () => {
    const long = `Riga «prima».\r\n\tSeconda 🚧 con parole ${'lunghissime '.repeat(60)}`;
    for (const [actor, { type, ent, body }] of STORY_ROWS) {
      for (const text of [long, 'Sì.', 'x'.repeat(2_000)]) {
        const worse = stretched(body, text, (one) => FACTS[type]?.safeParse(one).success ?? false);
        const said = tell(actor, type, ent, worse, LONG_NAMES);
        expectSentence(said, ['L’app', LONG_NAMES.person('marta')], `${type} ${said}`);
      }
    }
  });
});

describe('what this app cannot read', () => {
  it.each([
    ['a type of a newer app', 'request.translated', { language: 'en' }],
    ['a body of a newer app', 'request.reopened', { why: 3 }],
    ['a type named like something every object has', 'constructor', {}],
  ])('%s is told as such', (_what, type, body) => {
    expect(tell('marta', type, 'request/r1', body)).toBe(
      'Una versione più nuova dell’app ha scritto qualcosa qui: aggiorna l’app.',
    );
  });

  it('a known type that only a newer app understands is told as such', () => {
    const [fact] = pen().write('marta', { type: 'request.resumed', ent: 'request/r1', body: {} });
    expect(fact && tellFact({ ...fact, v: 99 }, NAMES)).toMatch(/^Una versione più nuova/);
  });
});
