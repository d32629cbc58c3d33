import { makeCodec } from '../codec.ts';
import { bridgeHalf } from './bridge.ts';
import { refuseWindows } from './own-world.ts';
import { runPreloadWorld } from './preload-world.ts';

/** The isolated world's name; only it has the binding to the main process. */
export const PRELOAD_WORLD = 'preload';
export const BINDING = '__standinPost';
export const RECEIVER = '__standinReceive';

// Frames inside the page get nothing, and Chromium's own pages are none of the app's.
const TOP_ONLY = `if (window !== window.top || location.protocol === 'chrome:') return;`;

/** Source that runs first in the page's own world. `secret` names the events between the two worlds. */
export function ownWorldSource(secret: string): string {
  return `(() => { ${TOP_ONLY}
(${bridgeHalf})(${JSON.stringify(secret)}, 'page');
(${refuseWindows})(${JSON.stringify(`${secret}:open`)});
})();`;
}

/** Source that runs in the preload world: the preload script `text` of the file `path`, and what it needs. */
export function preloadWorldSource(secret: string, path: string, text: string): string {
  const { platform, arch, versions } = process;
  const description = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform,
    arch,
    versions: { ...versions },
  };
  return `(() => { ${TOP_ONLY}
(${runPreloadWorld})({
  bridge: (${bridgeHalf})(${JSON.stringify(secret)}, 'preload'),
  codec: (${makeCodec})({ toText: (bytes) => bytes.toBase64(), toBytes: (text) => Uint8Array.fromBase64(text) }),
  post: ${BINDING},
  wishEvent: ${JSON.stringify(`${secret}:open`)},
  process: ${JSON.stringify(description)},
  script: (require, module, process) => { const { exports } = module;
${text}
  },
});
})();
//# sourceURL=${path}`;
}
