/**
 * The door of `npm run dev`: the screens come from Vite on this computer and the core starts anew when it was built. Only
 * that build has it at all (`DEV_DOOR`), and it opens only unpackaged, to an address of this computer.
 */
import type { Protocol } from 'electron';
import type { Core } from '#electron/shell/core/coreProcess.ts';
import { APP_SCHEME } from '#electron/shell/guard/appScheme.ts';
import { serveFromVite } from './screens.ts';

/** Where Vite's server listens, such as `http://127.0.0.1:5173`. */
const VARIABLE = 'PUNTOSI_DEV_SERVER';
/** Where the server tells, a line for each, what was built. */
const BUILDS = '/@puntosi/builds';

interface Surroundings {
  readonly isPackaged: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface DevDoor {
  /** Serves `app://bundle/` from Vite's server. */
  readonly serveScreens: (protocol: Pick<Protocol, 'handle'>) => void;
  /** The core, started anew whenever it was built; the invented town is opened again if it was open. */
  readonly keepFresh: (core: Core) => Core;
}

/** The server to ask, or undefined when the app is packed, nobody named one, or it is not on this computer. */
export function devServerOf({ isPackaged, env }: Surroundings): URL | undefined {
  const address = env[VARIABLE];
  if (isPackaged || !address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'http:' && url.hostname === '127.0.0.1' ? url : undefined;
}

/** Calls `restart` when the server names a build; its empty lines only keep the connection. Ends with the server. */
async function followBuilds(server: URL, restart: () => Promise<void>): Promise<void> {
  const { body } = await fetch(new URL(BUILDS, server));
  const decoder = new TextDecoder();
  for await (const chunk of body ?? []) {
    if (decoder.decode(chunk as Uint8Array, { stream: true }).trim() !== '') await restart();
  }
}

function keepFresh(server: URL, core: Core): Core {
  let isTraining = false;
  const call: Core['call'] = async (method, input) => {
    const reply = await core.call(method, input);
    if (reply.ok && method === 'core.openExample') isTraining = true;
    if (reply.ok && method === 'core.leaveExample') isTraining = false;
    return reply;
  };
  const restart = async (): Promise<void> => {
    await core.restart();
    if (isTraining) await core.call('core.openExample', {});
  };
  followBuilds(server, restart).catch((cause: unknown) => console.error('Vite non risponde più.', cause));
  return { ...core, call };
}

/** The open door, or undefined where it must stay shut. */
export function openDevDoor(surroundings: Surroundings): DevDoor | undefined {
  const server = devServerOf(surroundings);
  if (!server) return undefined;
  return {
    serveScreens: (protocol) => protocol.handle(APP_SCHEME.scheme, (request) => serveFromVite(server, request)),
    keepFresh: (core) => keepFresh(server, core),
  };
}
