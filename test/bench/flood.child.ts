/** A desk in a folder that somebody flooded: `node flood.child.ts <own> <shared> <rounds>` tells its longest block and its memory. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openFolderDesk } from '../helpers/folderDesk.ts';

const [, , own = '', shared = '', rounds = '1'] = process.argv;
const { desk, exchange } = openFolderDesk(own, shared);
const delay = monitorEventLoopDelay({ resolution: 5 });
let megabytes = 0;
const watching = setInterval(() => {
  megabytes = Math.max(megabytes, process.memoryUsage().rss / 1024 ** 2);
}, 20);
delay.enable();
const longest: number[] = [];
for (let round = 0; round < Number(rounds); round++) {
  delay.reset();
  await exchange.round();
  // The last block of a round is seen by the next turn of the loop.
  await new Promise((resolve) => setTimeout(resolve, 20));
  longest.push(Math.round(delay.max / 1e6));
}
clearInterval(watching);
const { state, asideCounts } = exchange.state();
const answer = JSON.stringify(exchange.state()).length;
console.log(
  JSON.stringify({
    facts: desk.journal.count(),
    state,
    asideCounts,
    answer,
    longest,
    megabytes: Math.round(megabytes),
  }),
);
