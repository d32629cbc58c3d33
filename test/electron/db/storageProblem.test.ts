import { getSystemErrorMap } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openElsewhere, problemOfStorage, storageResult } from '#electron/db/storageProblem.ts';
import { isAnswerLost, storageProblems } from '#electron/db/storageProblems.ts';
import { shareError } from '#electron/share/folder/shareError.ts';
import { ok } from '#shared/kernel/result.ts';

const failure = (code: string): Error => Object.assign(new Error('failed'), { code });

describe('problemOfStorage', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['SQLITE_FULL', 'disk-full'],
    ['EROFS', 'folder-read-only'],
    ['EACCES', 'folder-read-only'],
    ['EPERM', 'folder-read-only'],
    ['SQLITE_READONLY', 'folder-read-only'],
    ['SQLITE_READONLY_DIRECTORY', 'folder-read-only'],
    ['SQLITE_CANTOPEN', 'folder-read-only'],
    ['SQLITE_CANTOPEN_ISDIR', 'folder-read-only'],
    ['ENOENT', 'folder-missing'],
    ['ENOTDIR', 'folder-missing'],
    ['ENXIO', 'folder-missing'],
    ['SQLITE_BUSY', 'already-open'],
    ['SQLITE_BUSY_SNAPSHOT', 'already-open'],
    ['SQLITE_CORRUPT', 'database-damaged'],
    ['SQLITE_CORRUPT_INDEX', 'database-damaged'],
    ['SQLITE_NOTADB', 'database-damaged'],
    ['SQLITE_IOERR_WRITE', 'disk-failing'],
    ['EIO', 'disk-failing'],
    ['EBUSY', 'file-busy'],
    ['EAGAIN', 'file-busy'],
    ['ECONNRESET', 'drive-interrupted'],
    ['ESTALE', 'drive-interrupted'],
    ['EMFILE', 'computer-exhausted'],
    ['ENOMEM', 'computer-exhausted'],
    ['ETXTBSY', 'file-open-elsewhere'],
    ['ELOOP', 'file-refused'],
    ['ERR_FS_FILE_TOO_LARGE', 'file-refused'],
    ['EAI_AGAIN', 'network-failing'],
    ['SQLITE_NOMEM', 'computer-exhausted'],
    ['Unknown system error -122', 'disk-full'],
    ['Unknown system error -116', 'drive-interrupted'],
    ['Unknown system error -4711', 'drive-not-answering'],
    ['ETIMEDOUT', 'drive-not-answering'],
    ['ENOTCONN', 'drive-not-answering'],
    ['EHOSTDOWN', 'drive-not-answering'],
    ['EHOSTUNREACH', 'drive-not-answering'],
    ['ENETUNREACH', 'drive-not-answering'],
    ['UNKNOWN', 'drive-not-answering'],
    ['EISDIR', 'file-refused'],
    ['EFBIG', 'file-refused'],
    ['EINVAL', 'file-refused'],
    ['ENAMETOOLONG', 'file-refused'],
    ['EINTERNAL', 'share-internal'],
  ])('%s is %s', (code, problem) => {
    expect(problemOfStorage(failure(code))?.code).toBe(problem);
  });

  it('has words of its own for every error of the system', () => {
    const codes = [...getSystemErrorMap().values()].map(([code]) => code);
    const named = storageProblems(undefined).flatMap((one) => one.codes);
    const isNamed = (code: string): boolean => named.some((one) => code === one || code.startsWith(`${one}_`));
    expect(codes.length).toBeGreaterThan(70);
    expect(codes.filter((code) => !isNamed(code))).toEqual([]);
    expect(named.filter((code, index) => named.indexOf(code) !== index)).toEqual([]);
  });

  it('takes an error nobody named for a drive that does not answer, when the system or a drive gave it', () => {
    const numbered = Object.assign(failure('ENEWNAME'), { errno: -9_999 });
    expect(problemOfStorage(numbered)).toMatchObject({
      code: 'drive-not-answering',
      what: 'L’unità di rete non risponde.',
    });
    expect(problemOfStorage(shareError('ENEWNAME', 'x'))?.code).toBe('drive-not-answering');
    expect(problemOfStorage(failure('ENEWNAME'))).toBeUndefined();
  });

  it('says which disk is full: the database lies on this computer, a drive names itself, else who asks knows', () => {
    const say = (cause: Error, place?: 'computer' | 'contractor'): string => problemOfStorage(cause, place)?.what ?? '';
    expect(say(failure('ENOSPC'))).toBe('Il disco è pieno: non riesco a salvare.');
    expect(say(failure('ENOSPC'), 'contractor')).toBe(
      'Il disco della cartella della ditta è pieno: non riesco a salvare.',
    );
    expect(say(failure('SQLITE_FULL'), 'contractor')).toBe(
      'Il disco di questo computer è pieno: non riesco a salvare.',
    );
    expect(say(shareError('ENOSPC', 'x'), 'computer')).toBe(
      'Il disco della cartella condivisa è pieno: non riesco a salvare.',
    );
    expect(problemOfStorage(shareError('ENOSPC', 'x'))?.remedy).toBe(
      'Chiedi a chi cura il server di liberare spazio, poi ripeti l’ultima operazione.',
    );
  });

  it.each([
    Object.assign(failure('ERR_INVALID_ARG_TYPE'), { errno: -22 }),
    shareError('ERR_INVALID_ARG_TYPE', 'x'),
    Object.assign(new TypeError('x is not a function'), { errno: -22 }),
    failure('SQLITE_CONSTRAINT'),
    failure('SQLITE_MISUSE'),
    failure('ERR_ASSERTION'),
    failure('SQLITE_ERROR'),
    failure('SQLITE_FULLNESS'),
    new Error('a bug'),
    'ENOSPC',
    null,
  ])('%s is a bug, not a problem of storage', (cause) => {
    expect(problemOfStorage(cause)).toBeUndefined();
  });

  it('says what happened and what to do, without a word of English or a code', () => {
    const all = (['computer', 'shared', 'contractor', 'outgoing', undefined] as const).flatMap((place) =>
      storageProblems(place).map(({ problem }) => problem),
    );
    for (const problem of all) {
      expect(problem.what).toMatch(/^\p{Lu}.*\.$/u);
      expect(problem.remedy).toMatch(/^\p{Lu}.*\.$/u);
      expect(`${problem.what}${problem.why}${problem.remedy}`).not.toMatch(/[A-Z]{3,}|\berror\b|!/);
    }
  });
});

describe('storageResult', () => {
  it('gives what the work gives', () => {
    expect(storageResult(() => 42)).toEqual(ok(42));
  });

  it('turns trouble of storage into its problem, and lets bugs through', () => {
    const failing = (code: string) => () =>
      storageResult(() => {
        throw failure(code);
      });
    expect(failing('ENOSPC')()).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(failing('ERR_ASSERTION')).toThrow('failed');
  });
});

describe('openElsewhere', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('on Windows %s at a file that is there means that it is open', (code) => {
    const cause = failure(code);
    const thrown = openElsewhere(cause, 'win32');
    expect(thrown).toMatchObject({ cause });
    const problem = problemOfStorage(thrown);
    expect(problem?.code).toBe('file-open-elsewhere');
    expect(problem?.what).toContain('è aperto in un altro programma');
    expect(problem?.remedy).toContain('Chiudi il file');
  });

  it('leaves every other error as it is, and all of them elsewhere', () => {
    for (const cause of [failure('ENOSPC'), failure('ENOENT'), new Error('a bug'), 'EPERM', null]) {
      expect(openElsewhere(cause, 'win32')).toBe(cause);
    }
    const refused = failure('EPERM');
    expect(openElsewhere(refused, 'linux')).toBe(refused);
    expect(openElsewhere(refused, 'darwin')).toBe(refused);
  });
});

it('an answer that got lost leaves open what was done; a refusal does not', () => {
  const isLost = (code: string): boolean => {
    const problem = problemOfStorage(failure(code));
    return problem !== undefined && isAnswerLost(problem);
  };
  expect(['ETIMEDOUT', 'ECONNRESET', 'EIO', 'ENOTCONN', 'UNKNOWN', 'EINTERNAL', 'ESTALE'].filter(isLost)).toHaveLength(
    7,
  );
  expect(['ENOSPC', 'EROFS', 'EACCES', 'ENOENT', 'EBUSY', 'EMFILE', 'EISDIR', 'EEXIST'].filter(isLost)).toEqual([]);
});
