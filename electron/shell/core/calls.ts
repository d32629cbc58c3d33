import type { Clipboard, Shell } from 'electron';
import type { z } from 'zod';
import { openAddress } from '#electron/shell/guard/externalLinks.ts';
import type { MethodName } from '#shared/ipc/contract.ts';
import { contract } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/messages.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Core } from './coreProcess.ts';

interface CallOptions {
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly core: Pick<Core, 'call' | 'hosts'>;
}

/** Answers the calls of the screens: the few named `shell.…` here, all others in the core. */
export function createCalls(options: CallOptions): (method: MethodName, input: unknown) => Promise<Reply> {
  const { clipboard, shell, core } = options;
  return (method, input) => {
    switch (method) {
      case 'shell.copyText':
        return withInput(contract[method].input, input, ({ text }) => copyText(clipboard, text));
      case 'shell.openLink':
        return withInput(contract[method].input, input, ({ url }) => openLink(shell, url, core.hosts()));
      default:
        return core.call(method, input);
    }
  };
}

async function withInput<Input>(
  schema: z.ZodType<Input>,
  raw: unknown,
  run: (input: Input) => Promise<Reply>,
): Promise<Reply> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return run(parsed.data);
  return problem({
    code: 'input-refused',
    what: 'L’app non ha capito la richiesta di questa schermata.',
    remedy: 'Correggi il testo e riprova.',
  });
}

async function copyText(clipboard: CallOptions['clipboard'], text: string): Promise<Reply> {
  try {
    await clipboard.writeText(text);
    return ok({});
  } catch {
    return problem({
      code: 'text-not-copied',
      what: 'Il computer non ha accettato il testo negli appunti: un altro programma li tiene occupati.',
      remedy: 'Riprova tra un momento, oppure seleziona il testo e copialo con Ctrl+C.',
    });
  }
}

async function openLink(shell: CallOptions['shell'], url: string, hosts: readonly string[]): Promise<Reply> {
  const opened = await openAddress(shell, url, hosts);
  return opened.ok ? ok({}) : opened;
}
