import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { spoolChannel } from '#electron/queue/sending/channels/spool.ts';
import { ok } from '#shared/kernel/result.ts';
import { deliveryName } from '#shared/queue/delivery.ts';
import { guardedFolder, NO_MOUNT, smallDisk, temporaryFolder } from '../../../../helpers/folders.ts';
import { jobOf, queuedThen } from '../../../../shared/queue/sample.ts';

const noted = () => ok(undefined);
const files = nodeFiles();
const NOTHING = { ok: true, value: undefined };

const job = jobOf(queuedThen());
const codeOf = (result: { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } }) =>
  result.ok ? 'ok' : result.error.code;

describe('the spool folder', () => {
  it('is asked for anew each time: it can be chosen while the app runs', async () => {
    const folders = [temporaryFolder(), temporaryFolder()];
    let chosen = 0;
    const spool = spoolChannel(() => folders[chosen] ?? '', files);
    await spool.handOver(job, noted);
    chosen = 1;
    expect(await spool.evidence(job)).toEqual(NOTHING);
    await spool.handOver(job, noted);
    expect(folders.map((folder) => readdirSync(folder).length)).toEqual([2, 2]);
  });

  it('takes only the JSON for a proof, and only that of this delivery', async () => {
    const folder = temporaryFolder();
    const spool = spoolChannel(() => folder, files);
    writeFileSync(join(folder, `${deliveryName(job)}.txt`), 'avviso');
    writeFileSync(join(folder, `${deliveryName({ ...job, id: 'r2' })}.json`), '{}');
    expect(await spool.evidence(job)).toEqual(NOTHING);
    const handed = await spool.handOver(job, noted);
    expect(handed).toEqual({ ok: true, value: { how: 'file', evidence: `${deliveryName(job)}.json` } });
    expect(await spool.evidence(job)).toEqual({
      ok: true,
      value: { how: 'file', evidence: `${deliveryName(job)}.json` },
    });
  });

  it('is not ready when it is missing, and makes none: a drive that is not connected is not a new folder', async () => {
    const folder = join(temporaryFolder(), 'Area PSi Cultura', ' PuntoSi');
    const spool = spoolChannel(() => folder, files);
    expect(codeOf(await spool.ready(job))).toBe('folder-missing');
    mkdirSync(folder, { recursive: true });
    expect(codeOf(await spool.ready(job))).toBe('ok');
  });

  it('is not ready when it is read-only', async ({ skip }) => {
    const folder = guardedFolder();
    if (!folder) return skip(NO_MOUNT);
    folder.close();
    expect(codeOf(await spoolChannel(() => folder.path, files).ready(job))).toBe('folder-read-only');
  });

  it('on a full disk gives its problem, and leaves no delivery that could be taken for one', async ({ skip }) => {
    const folder = smallDisk(64);
    if (!folder) return skip(NO_MOUNT);
    const spool = spoolChannel(() => folder, files);
    writeFileSync(join(folder, 'zavorra'), Buffer.alloc(40_000));
    const long = { ...job, notice: { ...job.notice, text: 'Avviso '.repeat(2_000) } };
    expect(codeOf(await spool.handOver(long, noted))).toBe('disk-full');
    expect(await spool.evidence(long)).toEqual(NOTHING);
    expect(readdirSync(folder).filter((name) => !name.endsWith('.txt'))).toEqual(['zavorra']);
  });
});
