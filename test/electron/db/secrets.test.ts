/** Where keys and passwords of a desk lie, and from whom that protects them. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileSecrets, keeperOfSecrets, type SystemLock, systemSecrets } from '#electron/db/secrets.ts';
import { must } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const FILE = 'segreti.json';
const KEY = 'segreti.chiave';

/** A system that opens what it locked itself, until `outcome` says otherwise. */
function keyring(): SystemLock & { outcome: 'done' | 'unavailable' | 'refused'; locked: number } {
  const system = {
    outcome: 'done' as 'done' | 'unavailable' | 'refused',
    locked: 0,
    lock: async (key: string) => {
      if (system.outcome !== 'done') return { outcome: system.outcome };
      system.locked++;
      return { outcome: 'done' as const, text: Buffer.from(key, 'base64').reverse().toString('base64') };
    },
    open: async (text: string) => {
      if (system.outcome !== 'done') return { outcome: system.outcome };
      return { outcome: 'done' as const, text: Buffer.from(text, 'base64').reverse().toString('base64') };
    },
  };
  return system;
}

const filesOf = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join();

describe('secrets in a file', () => {
  it('come back at the next start, and can be replaced and removed', () => {
    const folder = temporaryFolder();
    const secrets = must(fileSecrets(folder));
    secrets.set('posta', 'città €');
    secrets.set('altro', '');
    secrets.set('posta', 'nuova');
    secrets.remove('manca');
    expect(must(fileSecrets(folder)).get('posta')).toBe('nuova');
    expect(must(fileSecrets(folder)).get('altro')).toBe('');
    secrets.remove('posta');
    expect([secrets.get('posta'), must(fileSecrets(folder)).get('posta')]).toEqual([undefined, undefined]);
    expect(secrets.get('constructor')).toBeUndefined();
  });

  it('are read in neither file, and both are their owner’s alone', () => {
    const folder = temporaryFolder();
    must(fileSecrets(folder)).set('posta', 'parola-segretissima');
    expect(filesOf(folder)).not.toContain('parola-segretissima');
    expect(filesOf(folder)).not.toContain(Buffer.from('parola-segretissima').toString('base64').slice(0, 20));
    for (const name of [FILE, KEY]) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('write nothing before the first one', () => {
    const folder = temporaryFolder();
    expect(must(fileSecrets(folder)).get('posta')).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    expect(keeperOfSecrets(folder)).toBe('none');
  });

  it('one cannot be put in the place of another', () => {
    const folder = temporaryFolder();
    const secrets = must(fileSecrets(folder));
    secrets.set('a', 'uno');
    secrets.set('b', 'due');
    const file = JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
    [file.values.a, file.values.b] = [file.values.b, file.values.a];
    writeFileSync(join(folder, FILE), JSON.stringify(file));
    expect(must(fileSecrets(folder)).get('a')).toBeUndefined();
  });

  it.each([
    ['the file is damaged', (folder: string) => writeFileSync(join(folder, FILE), '{ "version"')],
    ['the key is gone', (folder: string) => rmSync(join(folder, KEY))],
    ['the key is damaged', (folder: string) => writeFileSync(join(folder, KEY), 'corta')],
  ])('begin anew where %s, and what was there is set aside', (_, damage) => {
    const folder = temporaryFolder();
    must(fileSecrets(folder)).set('posta', 'vecchia');
    damage(folder);
    const secrets = must(fileSecrets(folder));
    expect(secrets.get('posta')).toBeUndefined();
    secrets.set('posta', 'nuova');
    expect(existsSync(join(folder, `${FILE}.illeggibile`))).toBe(true);
    expect(must(fileSecrets(folder)).get('posta')).toBe('nuova');
  });
});

describe('secrets under the system', () => {
  it('take in those of the file, whose key goes', async () => {
    const [folder, system] = [temporaryFolder(), keyring()];
    must(fileSecrets(folder)).set('posta', 'parola');
    const formerKey = readFileSync(join(folder, KEY), 'utf8');
    expect(must(await systemSecrets(folder, system)).get('posta')).toBe('parola');
    expect(readdirSync(folder)).toEqual([FILE]);
    expect(filesOf(folder)).not.toContain(formerKey);
    const again = must(await systemSecrets(folder, system));
    again.set('altra', 'due');
    expect(must(await systemSecrets(folder, system)).get('posta')).toBe('parola');
    expect(must(await systemSecrets(folder, system)).get('altra')).toBe('due');
    expect([system.locked, keeperOfSecrets(folder)]).toEqual([1, 'system']);
  });

  it('are not opened without it, and nothing is touched', async () => {
    const [folder, system] = [temporaryFolder(), keyring()];
    must(await systemSecrets(folder, system)).set('posta', 'parola');
    const before = filesOf(folder);
    system.outcome = 'unavailable';
    const refused = { ok: false, error: { code: 'secrets-locked' } };
    expect(await systemSecrets(folder, system)).toMatchObject(refused);
    expect(fileSecrets(folder)).toMatchObject(refused);
    expect(filesOf(folder)).toBe(before);
    system.outcome = 'done';
    expect(must(await systemSecrets(folder, system)).get('posta')).toBe('parola');
  });

  it('that it no longer opens are set aside: another computer, another account', async () => {
    const [folder, system] = [temporaryFolder(), keyring()];
    must(await systemSecrets(folder, system)).set('posta', 'parola');
    system.outcome = 'refused';
    const secrets = must(await systemSecrets(folder, system));
    expect(secrets.get('posta')).toBeUndefined();
    secrets.set('posta', 'nuova');
    expect(readdirSync(folder).sort()).toEqual([KEY, FILE, `${FILE}.illeggibile`]);
  });

  it('stay in the file where the system keeps none', async () => {
    const [folder, system] = [temporaryFolder(), keyring()];
    system.outcome = 'unavailable';
    must(await systemSecrets(folder, system)).set('posta', 'parola');
    expect([must(fileSecrets(folder)).get('posta'), keeperOfSecrets(folder)]).toEqual(['parola', 'file']);
  });
});
