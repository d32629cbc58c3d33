/**
 * Mails nobody here wrote, in a folder of your own: `PUNTOSI_CORPUS=/cartella npm run test:corpus`.
 * The folder is searched for `.eml` and `.msg` files; without it these tests are skipped, since nothing else needs it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NotAMessage } from '#electron/requests/reading/notAMessage.ts';
import { parseEml } from '#electron/requests/reading/parseEml.ts';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { expectHonest } from '../electron/requests/reading/honest.ts';
import { mutate, randomFrom } from '../electron/requests/reading/mutations.ts';

const FOLDER = process.env.PUNTOSI_CORPUS ?? '';
const MUTATIONS = Number(process.env.PUNTOSI_MUTATIONS ?? 10_000);
const HANG_MILLISECONDS = 1000;
const found = FOLDER !== '' && existsSync(FOLDER);
const WHY = found ? '' : ' (saltato: manca la cartella di e-mail PUNTOSI_CORPUS)';

const files = found
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:eml|msg)$/i.test(name))
  : [];
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, name)));
const messages = files.filter((name) => /\.eml$/i.test(name));

afterAll(stopWorkers);

describe.skipIf(!found)(`the mails of a corpus${WHY}`, () => {
  it('are read or refused with a problem, within a second each', async () => {
    for (const name of files) {
      const bytes = bytesOf(name);
      await parseMail(bytes, name);
      const started = performance.now();
      const parsed = await parseMail(bytes, name);
      expect(performance.now() - started, name).toBeLessThan(HANG_MILLISECONDS);
      if (parsed.ok && /\.eml$/i.test(name)) expectHonest(bytes, parsed.value);
    }
  }, 600_000);

  it(`keep to what they say, also when damaged in ${MUTATIONS} ways`, async () => {
    const random = randomFrom(2026);
    const raws = messages.map(bytesOf);
    for (let round = 0; round < MUTATIONS; round++) {
      const damaged = mutate(raws[round % raws.length] ?? new Uint8Array(), random);
      const started = performance.now();
      const mail = await parseEml(damaged).catch((cause: unknown) => {
        if (!(cause instanceof NotAMessage) && !/nesting|header/i.test(String(cause))) throw cause;
      });
      if (mail !== undefined) expectHonest(damaged, mail);
      expect(performance.now() - started, `${messages[round % raws.length]}, giro ${round}`).toBeLessThan(
        HANG_MILLISECONDS,
      );
    }
  }, 3_600_000);
});
