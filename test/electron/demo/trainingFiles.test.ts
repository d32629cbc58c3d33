import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trainingAsk, trainingFiles } from '#electron/demo/trainingFiles.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import type { Ask, Reply } from '#shared/ipc/messages.ts';
import { ok } from '#shared/kernel/result.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const OUTSIDE = { ok: false, error: { code: 'training-outside' } };

function training() {
  const place = temporaryFolder();
  const folder = join(place, 'esempio');
  const elsewhere = join(place, 'ditta');
  for (const path of [folder, elsewhere, `${folder}-proprio`]) mkdirSync(path);
  return { folder, elsewhere, beside: `${folder}-proprio`, files: trainingFiles(nodeFiles(), folder) };
}

test('what a training writes bears its mark, in each kind of file that can (P64)', async () => {
  const { folder, files } = training();
  const written = await files.write([
    { path: join(folder, 'avviso.txt'), content: 'Scuole chiuse domani\n' },
    { path: join(folder, 'avviso.json'), content: '{"text": "Scuole chiuse domani"}\n' },
    { path: join(folder, 'lettera.eml'), content: Buffer.from('Subject: Scuole chiuse\r\n\r\nDomani') },
    { path: join(folder, 'registro.xlsx'), content: Buffer.from([80, 75]) },
  ]);
  expect(written.ok).toBe(true);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  expect(read('avviso.txt')).toMatch(/^ADDESTRAMENTO: .*\n\nScuole chiuse domani\n$/);
  expect(JSON.parse(read('avviso.json'))).toEqual({ addestramento: true, text: 'Scuole chiuse domani' });
  expect(read('lettera.eml')).toMatch(/^X-PuntoSi-Addestramento: si\r\nSubject: Scuole chiuse\r\n/);
  expect([...readFileSync(join(folder, 'registro.xlsx'))]).toEqual([80, 75]);
  expect(existsSync(join(folder, 'ADDESTRAMENTO.txt'))).toBe(true);
  expect(await files.save(folder, 'allegato.pdf', Buffer.from('x'))).toMatchObject({
    value: 'addestramento allegato.pdf',
  });
});

test('outside its folder it writes nothing, wherever somebody points (A44)', async () => {
  const { folder, elsewhere, beside, files } = training();
  for (const place of [elsewhere, beside, join(folder, '..', 'ditta')]) {
    expect(await files.write([{ path: join(place, 'avviso.json'), content: '{}' }])).toMatchObject(OUTSIDE);
    expect(await files.save(place, 'allegato.pdf', Buffer.from('x'))).toMatchObject(OUTSIDE);
    expect(await files.tryWriting(place)).toMatchObject(OUTSIDE);
    expect(readdirSync(place)).toEqual([]);
  }
});

test('it takes no folder outside its own, and opens no address', async () => {
  const { folder, elsewhere } = training();
  const asked: Ask[] = [];
  let chosen = elsewhere;
  const ask = trainingAsk(async (one): Promise<Reply> => {
    asked.push(one);
    return ok(chosen);
  }, folder);
  expect(await ask({ what: 'choose-folder', title: 'Dove', start: elsewhere })).toMatchObject(OUTSIDE);
  expect(asked).toEqual([{ what: 'choose-folder', title: 'Dove', start: folder }]);
  chosen = join(folder, 'consegne');
  expect(await ask({ what: 'choose-folder', title: 'Dove', start: null })).toEqual(ok(chosen));
  expect(await ask({ what: 'open-address', url: 'https://wa.me/?text=x' })).toEqual(ok(null));
  expect(asked).toHaveLength(2);
});
