import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locate } from '#electron/share/folder/locate.ts';
import { shareError } from '#electron/share/folder/shareError.ts';
import { rubano } from '#shared/people/profile/rubano.ts';
import { temporaryFolder } from '../../../helpers/folders.ts';

const RUBANO = String.raw`X:\Area PSi Cultura\ PuntoSi\Comunicazione\REGISTRO_MESSAGGI_WHATSAPP`;
const WITHOUT = String.raw`X:\Area PSi Cultura\PuntoSi\Comunicazione\REGISTRO_MESSAGGI_WHATSAPP`;

/** Windows as far as the path logic sees it: what exists, exactly as spelled. */
function windows(there: Readonly<Record<string, 'file' | 'folder'>>) {
  const asked: string[] = [];
  const options = {
    platform: 'win32',
    stat: async (path: string) => {
      asked.push(path);
      const kind = there[path];
      if (!kind) throw shareError('ENOENT', path);
      return { isFile: () => kind === 'file' };
    },
  } as const;
  return { asked, options };
}

describe('locate', () => {
  it('takes the register of Rubano exactly as written, with the space before PuntoSi (P4)', async () => {
    const { options, asked } = windows({ [RUBANO]: 'folder', [WITHOUT]: 'folder' });
    expect(await locate(RUBANO, options)).toEqual({ path: `${RUBANO}\\.puntosi-v1`, withoutSpace: false });
    expect(asked).toEqual([RUBANO]);
  });

  it('goes beside the register when it is a file', async () => {
    const { options } = windows({ [RUBANO]: 'file' });
    expect((await locate(RUBANO, options)).path).toBe(
      String.raw`X:\Area PSi Cultura\ PuntoSi\Comunicazione\.puntosi-v1`,
    );
  });

  it.each(['folder', 'file'] as const)('not found, tries without the space and says so: a %s', async (kind) => {
    const { options, asked } = windows({ [WITHOUT]: kind });
    expect(await locate(RUBANO, options)).toEqual({
      path:
        kind === 'folder'
          ? `${WITHOUT}\\.puntosi-v1`
          : String.raw`X:\Area PSi Cultura\PuntoSi\Comunicazione\.puntosi-v1`,
      withoutSpace: true,
    });
    expect(asked).toEqual([RUBANO, WITHOUT]);
  });

  it('rejects with ENOENT and the path as configured when neither is there', async () => {
    const { options, asked } = windows({});
    await expect(locate(RUBANO, options)).rejects.toMatchObject({
      code: 'ENOENT',
      message: expect.stringContaining(RUBANO),
    });
    expect(asked).toEqual([RUBANO, WITHOUT]);
  });

  it.each([
    [String.raw`\\server\Area PSi Cultura\ PuntoSi\R`, String.raw`\\server\Area PSi Cultura\ PuntoSi\R\.puntosi-v1`],
    ['X:/Area PSi Cultura/ PuntoSi/R', String.raw`X:\Area PSi Cultura\ PuntoSi\R\.puntosi-v1`],
    ['X:\\', 'X:\\.puntosi-v1'],
  ])('understands %s', async (configured, path) => {
    const { options } = windows({ [configured]: 'folder' });
    expect(await locate(configured, options)).toEqual({ path, withoutSpace: false });
  });

  it('does not try another place when the drive does not answer', async () => {
    const asked: string[] = [];
    const stat = async (path: string): Promise<never> => {
      asked.push(path);
      throw shareError('EHOSTDOWN', path);
    };
    await expect(locate(RUBANO, { platform: 'win32', stat })).rejects.toMatchObject({ code: 'EHOSTDOWN' });
    expect(asked).toEqual([RUBANO]);
  });

  it.each(['Registro', String.raw`..\Registro`, 'X:Registro', ''])('wants a whole path: «%s»', async (configured) => {
    await expect(locate(configured, windows({}).options)).rejects.toMatchObject({ code: 'EINVAL' });
  });

  it('finds the real folders of the Rubano path on this computer', async () => {
    const root = temporaryFolder();
    const names = ['Area PSi Cultura', ' PuntoSi', 'Comunicazione'];
    expect(rubano.registerPath.split('\\').slice(1, -1)).toEqual(names);
    const register = join(root, ...names, 'REGISTRO_MESSAGGI_WHATSAPP');
    const bare = join(root, 'Area PSi Cultura', 'PuntoSi', 'Comunicazione', 'REGISTRO_MESSAGGI_WHATSAPP');
    await expect(locate(register)).rejects.toMatchObject({ code: 'ENOENT' });
    mkdirSync(bare, { recursive: true });
    expect(await locate(register)).toEqual({ path: join(bare, '.puntosi-v1'), withoutSpace: true });
    mkdirSync(join(root, ...names), { recursive: true });
    writeFileSync(register, 'un file');
    expect(await locate(register)).toEqual({ path: join(root, ...names, '.puntosi-v1'), withoutSpace: false });
  });
});
