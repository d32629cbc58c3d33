/** Every fact two desks of the former version wrote is told in words by the app of today. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Fact, factSchema } from '#shared/journal/fact.ts';
import { namesIn } from '#shared/people/names.ts';
import { tellFact } from '#shared/service/story.ts';
import { formerRegister } from '../helpers/formerDesk.ts';
import { expectSentence } from '../helpers/sentences.ts';

function factsIn(folder: string): readonly Fact[] {
  const segments = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.jsonl'));
  return segments.flatMap((path) =>
    readFileSync(join(folder, path), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"type"'))
      .map((line) => factSchema.parse(JSON.parse(line))),
  );
}

test('each fact is one sentence of a person or of the app', () => {
  const facts = factsIn(formerRegister());
  const names = namesIn(facts);
  expect(facts.length).toBe(249);
  expect(new Set(facts.map(({ type }) => type)).size).toBe(58);
  const told = facts.map((fact) => ({ fact, sentence: tellFact(fact, names) }));
  for (const { fact, sentence } of told) {
    expectSentence(sentence, ['Marta Bellin', 'Luca Zennaro', 'Ornella Vidal', 'L’app'], fact.type);
  }
  const phone = told.find(({ fact }) => fact.type === 'draft.approved' && 'elsewhere' in (fact.body as object));
  expect(phone?.sentence).toBe(
    'Ornella Vidal ha dato venerdì 20 novembre alle 08:47 l’approvazione del testo per telefono, registrata da Luca Zennaro.',
  );
});
