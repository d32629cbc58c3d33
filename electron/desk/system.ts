import { z } from 'zod';
import type { Files } from '#electron/files/files.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** What a desk asks of the program with the windows: see `Ask` of shared/ipc, of whose shape this is a part. */
export type AskShell = (
  ask:
    | { readonly what: 'open-document' | 'show-in-folder'; readonly path: string }
    | { readonly what: 'choose-file'; readonly title: string; readonly endings: string[] }
    | { readonly what: 'choose-folder'; readonly title: string; readonly start: string | null }
    | { readonly what: 'open-sign-in'; readonly url: string }
    | { readonly what: 'notify'; readonly title: string; readonly text: string },
) => Promise<Result<unknown, Problem>>;

/** The windows of the operating system: choosing files, opening documents. Paths never go through a screen. */
export interface System {
  /** The file chosen, with one of the endings (without dot); null when the window was closed without a choice. */
  readonly chooseFile: (title: string, endings: readonly string[]) => Promise<Result<string | null, Problem>>;
  /** The folder chosen, from `start` on; null when the window was closed without a choice. */
  readonly chooseFolder: (title: string, start: string | null) => Promise<Result<string | null, Problem>>;
  /** Opens a document with the program of its kind, or shows it in its folder. */
  readonly open: (what: 'document' | 'folder', path: string) => Promise<Result<Record<string, never>, Problem>>;
  /** Opens the page on which a person gives an access to the post, in the browser. */
  readonly openSignIn: (url: string) => Promise<Result<unknown, Problem>>;
  /** Tells the person at the computer, whatever program is in front; where there is no window nobody hears it. */
  readonly notify: (words: { readonly title: string; readonly text: string }) => Promise<void>;
}

const chosenSchema = z.string().min(1);

/** The windows of the system behind the door to the shell, which is sent to no drive that hangs. */
export function systemBehind(ask: AskShell, { exists }: Pick<Files, 'exists'>): System {
  const chosen = async (asking: Parameters<AskShell>[0]): Promise<Result<string | null, Problem>> => {
    const answered = await ask(asking);
    return answered.ok ? ok(chosenSchema.safeParse(answered.value).data ?? null) : answered;
  };
  return {
    chooseFile: (title, endings) => chosen({ what: 'choose-file', title, endings: [...endings] }),
    chooseFolder: (title, start) => chosen({ what: 'choose-folder', title, start }),
    openSignIn: (url) => ask({ what: 'open-sign-in', url }),
    notify: async ({ title, text }) => {
      await ask({ what: 'notify', title, text });
    },
    open: async (what, path) => {
      const reached = await exists(path);
      if (!reached.ok) return reached;
      const opened = await ask({ what: what === 'document' ? 'open-document' : 'show-in-folder', path });
      return opened.ok ? ok({}) : opened;
    },
  };
}
