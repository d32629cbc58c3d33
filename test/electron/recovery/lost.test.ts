import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { openLog } from '#electron/log/log.ts';
import { checkNotLost, isDatabaseEmpty, OPENED_LINE } from '#electron/recovery/lost.ts';
import { must } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const codeOf = (folder: string): string => {
  const checked = checkNotLost(folder);
  return checked.ok ? 'fine' : checked.error.code;
};
function put(folder: string, path: string, content = 'x'): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

describe('a missing or empty database', () => {
  it('in a folder without traces is a new installation, an earlier attempt to start in its log', () => {
    const folder = temporaryFolder();
    expect(codeOf(folder)).toBe('fine');
    expect(codeOf(join(folder, 'non-ancora'))).toBe('fine');
    const log = openLog('core');
    log.keepIn(folder);
    log.note('avvio: app 0.1.0');
    put(folder, 'posta/una.eml');
    expect(codeOf(folder)).toBe('fine');
  });

  it.each([
    ['allegati/ab/abcd'],
    ['uscita/lettera.eml'],
    ['relazioni/2026-1.pdf'],
    ['copie/avvisi-2026-03-02.db'],
    ['avvisi.db.prima-della-20.copia'],
  ])('beside %s is lost, not new', (trace) => {
    const folder = temporaryFolder();
    put(folder, trace);
    expect(codeOf(folder)).toBe('database-missing');
    put(folder, 'avvisi.db', '');
    expect(codeOf(folder)).toBe('database-missing');
  });

  it('is lost where the log says that the data were open once', () => {
    const folder = temporaryFolder();
    const log = openLog('core');
    log.keepIn(folder);
    log.note(OPENED_LINE);
    expect(codeOf(folder)).toBe('database-missing');
  });
});

describe('isDatabaseEmpty', () => {
  it('of a database is false, also while its pages are still in the file beside it', () => {
    const folder = temporaryFolder();
    const database = must(openDatabase(join(folder, 'avvisi.db'), migrations));
    expect(isDatabaseEmpty(folder)).toBe(false);
    database.close();
    expect(isDatabaseEmpty(folder)).toBe(false);
  });

  it('of a header without a form is true, of something else false: the opening says what it is', () => {
    const folder = temporaryFolder();
    must(openDatabase(join(folder, 'avvisi.db'), [])).close();
    expect(isDatabaseEmpty(folder)).toBe(true);
    put(folder, 'avvisi.db', 'Registro dei messaggi, anno 2026\n'.repeat(10));
    expect(isDatabaseEmpty(folder)).toBe(false);
  });
});
