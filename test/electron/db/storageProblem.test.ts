import { describe, expect, it } from 'vitest';
import { problemOfStorage, storageResult } from '#electron/db/storageProblem.ts';
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
    ['EBUSY', 'drive-not-answering'],
    ['EAGAIN', 'drive-not-answering'],
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

  it.each([
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
    for (const code of [
      'ENOSPC',
      'EROFS',
      'ENOENT',
      'SQLITE_BUSY',
      'SQLITE_CORRUPT',
      'EIO',
      'EBUSY',
      'EISDIR',
      'EINTERNAL',
    ]) {
      const problem = problemOfStorage(failure(code));
      expect(problem?.message).toMatch(/^\p{Lu}.*\.$/u);
      expect(problem?.remedy).toMatch(/^\p{Lu}.*\.$/u);
      expect(`${problem?.message}${problem?.remedy}`).not.toMatch(/[A-Z]{3,}|\berror\b|!/);
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
