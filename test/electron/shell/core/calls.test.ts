import { describe, expect, it, vi } from 'vitest';
import { createCalls } from '#electron/shell/core/calls.ts';
import { ok } from '#shared/kernel/result.ts';

function calls(writeText: (text: string) => Promise<void> = async () => undefined) {
  const clipboard = { writeText: vi.fn(writeText) };
  const shell = { openExternal: vi.fn(async () => undefined) };
  const core = { call: vi.fn(async () => ok('dal core')), hosts: () => ['www.comune.valdombra.example'] };
  return { clipboard, shell, core, run: createCalls({ clipboard, shell, core }) };
}

describe('createCalls', () => {
  it('asks the core everything that is not the shell’s own', async () => {
    const { run, core } = calls();
    expect(await run('requests.list', {})).toEqual(ok('dal core'));
    expect(core.call).toHaveBeenCalledExactlyOnceWith('requests.list', {});
  });

  it('copies a text as it is', async () => {
    const { run, clipboard, core } = calls();
    const text = 'Mercato spostato in *piazza Alpini*.\n\n🌧️ https://www.comune.valdombra.example/m ';
    expect(await run('shell.copyText', { text })).toEqual(ok({}));
    expect(clipboard.writeText).toHaveBeenCalledExactlyOnceWith(text);
    expect(core.call).not.toHaveBeenCalled();
  });

  it('says when the clipboard is taken', async () => {
    const { run } = calls(() => Promise.reject(new Error('OpenClipboard failed')));
    expect(await run('shell.copyText', { text: 'a' })).toMatchObject({ ok: false, error: { code: 'text-not-copied' } });
  });

  it('opens a link of the hosts the core told', async () => {
    const { run, shell } = calls();
    const url = 'https://www.comune.valdombra.example/novita';
    expect(await run('shell.openLink', { url })).toEqual(ok({}));
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith(url);
  });

  it.each([undefined, null, 'testo', {}, { text: 1 }, { text: 'a'.repeat(65_537) }])(
    'refuses the input %j',
    async (input) => {
      const { run, clipboard } = calls();
      expect(await run('shell.copyText', input)).toMatchObject({ ok: false, error: { code: 'input-refused' } });
      expect(clipboard.writeText).not.toHaveBeenCalled();
    },
  );
});
