/**
 * A program whose shared log hangs on its marker. Tells the process id of the network drive's process once that hangs, and
 * then only waits.
 */

import { openShare } from '#electron/share/openShare.ts';
import { forkShare } from '#electron/share/process/forkShare.ts';

let pid = 0;
const log = openShare(process.argv[2] ?? '', {
  spawn: () => {
    const child = forkShare();
    pid = child.pid;
    return child;
  },
});
void log.open();
// Answered after the marker was asked for.
await log.claims('presa');
process.stdout.write(String(pid));
setInterval(() => undefined, 1_000);
