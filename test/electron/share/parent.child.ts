/** A program with a shared log open that tells the process id of the network drive's process and then only waits. */
import { forkShare } from '#electron/share/forkShare.ts';
import { openShare } from '#electron/share/openShare.ts';

let pid = 0;
const log = openShare(process.argv[2] ?? '', {
  spawn: () => {
    const child = forkShare();
    pid = child.pid;
    return child;
  },
});
await log.open();
process.stdout.write(String(pid));
setInterval(() => undefined, 1_000);
