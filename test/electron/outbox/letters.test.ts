import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { letterProgram } from '#electron/outbox/letters.ts';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import { ok } from '#shared/kernel/result.ts';
import { type LetterPayload, type LetterWords, letterEffect } from '#shared/outbox/letter.ts';
import { must } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { MONDAY_MORNING } from '../../helpers/town.ts';

const WORDS: LetterWords = {
  from: 'avvisi@comune.valdombra.example',
  to: ['biblioteca@comune.valdombra.example'],
  copy: [],
  subject: 'R: «Perché no?» – 10 €',
  text: 'Buongiorno Giulia,\nmanca la data.\n\nPuntoSi',
  references: ['<prima@comune.valdombra.example>', '<corso@comune.valdombra.example>'],
};
const PAYLOAD: LetterPayload = {
  letter: 'a'.repeat(64),
  messageId: '0123456789abcdef@comune.valdombra.example',
  date: MONDAY_MORNING,
  about: { request: 'r1', purpose: 'missing' },
};
const EFFECT = {
  ...letterEffect(PAYLOAD, MONDAY_MORNING),
  state: 'running',
  attempts: 1,
  problem: null,
  failingSince: null,
  isReadable: true,
} as const;

/** A program over a folder of its own; `left` lists the letters it told of. */
function post(words: LetterWords | null = WORDS) {
  const folder = join(temporaryFolder(), 'uscita');
  mkdirSync(folder);
  const left: LetterPayload[] = [];
  const program = letterProgram({
    folder: () => folder,
    files: nodeFiles(),
    read: (hash) => (words && hash === PAYLOAD.letter ? Buffer.from(JSON.stringify(words)) : undefined),
    left: (letter) => {
      left.push(letter);
      return ok(undefined);
    },
    post: {
      takes: () => false,
      ended: () => undefined,
      send: () => expect.fail('It leaves by itself from no desk of this test.'),
      forget: () => undefined,
    },
    settled: () => expect.fail('Nothing left by itself.'),
  });
  return {
    folder,
    left,
    run: async () => {
      const result = await program(EFFECT);
      return result.ok ? ok(undefined) : result;
    },
  };
}

describe('a letter that leaves', () => {
  it('is one whole file that any mail program reads, with its Message-ID and its conversation', async () => {
    const { folder, left, run } = post();
    must(await run());
    const [name, ...others] = readdirSync(folder);
    expect([name, others]).toEqual(['2026-03-02_0900_0123456789ab.eml', []]);
    const mail = must(await parseMail(readFileSync(join(folder, name ?? '')), 'lettera'));
    expect(mail).toMatchObject({
      messageId: '<0123456789abcdef@comune.valdombra.example>',
      references: ['<corso@comune.valdombra.example>', '<prima@comune.valdombra.example>'],
      subject: WORDS.subject,
      date: MONDAY_MORNING,
      from: { address: WORDS.from },
    });
    expect(mail.text.trim()).toBe(WORDS.text);
    expect(left).toEqual([PAYLOAD]);
  });

  it('carried out again after a crash is the same file, untouched', async () => {
    const first = post();
    must(await first.run());
    const [name = ''] = readdirSync(first.folder);
    const bytes = readFileSync(join(first.folder, name));
    must(await first.run());
    expect(readdirSync(first.folder)).toEqual([name]);
    const second = post();
    must(await second.run());
    expect(readFileSync(join(second.folder, name)).equals(bytes)).toBe(true);
  });

  it('starts a conversation where there is none', async () => {
    const { folder, run } = post({ ...WORDS, references: [] });
    must(await run());
    const source = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8');
    expect(source).not.toMatch(/^(?:References|In-Reply-To):/m);
  });

  it('keeps a subject that looks like more headers on its own line', async () => {
    const { folder, run } = post({ ...WORDS, subject: 'R: corso\r\nBcc: altri@altrove.example' });
    must(await run());
    const source = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8');
    expect(source).not.toMatch(/^Bcc:/m);
  });

  it('waits for its folder, and says so', async () => {
    const { folder, left, run } = post();
    rmSync(folder, { recursive: true });
    expect(await run()).toMatchObject({ ok: false, error: { code: 'folder-missing' } });
    expect(left).toEqual([]);
    mkdirSync(folder);
    must(await run());
    expect(left).toHaveLength(1);
  });

  it('whose words were forgotten does not leave', async () => {
    const { folder, left, run } = post(null);
    expect(await run()).toMatchObject({ ok: false, error: { code: 'letter-forgotten' } });
    expect([readdirSync(folder), left]).toEqual([[], []]);
  });
});
