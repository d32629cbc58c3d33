import { describe, expect, it } from 'vitest';
import { NotAMessage } from '#electron/requests/reading/notAMessage.ts';
import { parseEml } from '#electron/requests/reading/parseEml.ts';
import { caseNames, rawCase } from './emailCases.ts';
import { expectHonest } from './honest.ts';
import { mutate, randomFrom } from './mutations.ts';

const ROUNDS = 11;
const HANG_MILLISECONDS = 1000;

describe('a damaged mail', () => {
  it.each(caseNames)('never throws, hangs or gets an invented date: %s', async (name) => {
    const raw = rawCase(name);
    const random = randomFrom(caseNames.indexOf(name));
    for (let round = 0; round < ROUNDS; round++) {
      const damaged = mutate(raw, random);
      const started = performance.now();
      const mail = await parseEml(damaged).catch((cause: unknown) => {
        if (!(cause instanceof NotAMessage)) throw cause;
      });
      if (mail !== undefined) expectHonest(damaged, mail);
      expect(performance.now() - started, `giro ${round}`).toBeLessThan(HANG_MILLISECONDS);
    }
  });
});
