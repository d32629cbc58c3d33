/** A desk of the former version as a program of its own: see README.md. Imports the tree of f6ada4b, not this one. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openApp } from '#electron/app.ts';
import { seedPeople } from '#electron/demo/people.ts';
import { shareAnswers } from '#electron/share/answer.ts';
import { openShare } from '#electron/share/openShare.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';

/** The side of the share that touches the drive, in this very process. */
function shareHere() {
  const answer = shareAnswers();
  let tell = () => undefined;
  return {
    post: (message) => void answer(message).then((reply) => tell(reply)),
    onMessage: (listener) => {
      tell = listener;
    },
    onExit: () => undefined,
    kill: () => undefined,
  };
}

/** Opens a desk; its clock stands still, and whatever folder or file it asks for is `chosen`. */
export function openDesk({ name, folder, moment, chosen }) {
  mkdirSync(folder, { recursive: true });
  const state = { moment, chosen };
  const opened = openApp({
    dataFolder: folder,
    profile: valdombra,
    training: true,
    online: false,
    computer: { machine: name, name, appVersion: '0.1.0' },
    now: () => state.moment,
    checkOutputs: true,
    changed: () => undefined,
    ask: async () => ({ ok: true, value: state.chosen }),
    log: (id, cause) => console.error(id, cause),
    openShare: (configured) => {
      const log = openShare(configured, { spawn: shareHere });
      // The drive's clock is that of the desk.
      return { ...log, append: async (...segment) => (await log.append(...segment), Date.parse(state.moment)) };
    },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const app = opened.value;
  return {
    state,
    posta: join(folder, 'posta'),
    seed: () => seedPeople(app),
    close: () => app.close(),
    call: app.call,
    exchange: async () => {
      await app.exchange();
      await app.tick();
    },
  };
}

let desk;
const WORDS = {
  open: (options) => {
    desk = openDesk(options);
  },
  set: (changes) => void Object.assign(desk.state, changes),
  seed: () => desk.seed(),
  exchange: () => desk.exchange(),
  close: () => desk.close(),
};

// As a child: `{ id, word, input }` is answered with `{ id, reply }`; what is none of the words is a use-case.
if (process.send) {
  process.once('disconnect', () => process.exit());
  process.on('message', async ({ id, word, input }) => {
    const reply = Object.hasOwn(WORDS, word) ? await WORDS[word](input) : await desk.call(word, input);
    process.send?.({ id, reply: reply ?? null });
  });
}
