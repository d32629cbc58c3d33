/**
 * `npm run test:long`: the long tests, one after the other, or one alone (`long:properties`, `long:deaths`, `long:histories`,
 * `long:mutants`).
 *   --minutes N  how long each goes on, 20 without; the next run begins where this one stopped
 * Position and failing turns lie in `test-output/long`; whoever removes a file begins again.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PARTS } from './long/parts.ts';
import { playPart } from './long/play.ts';
import { ROOT } from './targets.ts';

const MINUTE = 60_000;
const USAGE = `Uso: long.ts [${PARTS.map(({ name }) => name).join('|')}]… [--minutes N]`;

/** The parts named and the minutes of each; undefined when the words make no sense. */
function wish() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { minutes: { type: 'string' } } });
    const minutes = Number(values.minutes ?? 20);
    const parts = positionals.length === 0 ? PARTS : PARTS.filter(({ name }) => positionals.includes(name));
    const isKnown = positionals.every((word) => parts.some(({ name }) => name === word));
    return isKnown && minutes > 0 ? { parts, minutes } : undefined;
  } catch {
    return undefined;
  }
}

const wished = wish();
if (wished) {
  for (const part of wished.parts) {
    const end = performance.now() + wished.minutes * MINUTE;
    const file = join(ROOT, 'test-output', 'long', `${part.name}.json`);
    const { turns, failing } = await playPart(part, {
      file,
      isOver: () => performance.now() >= end,
      tell: console.log,
    });
    console.log(`long:${part.name}: ${turns} ${part.unit}, ${failing.length} che non vanno (${file})`);
    if (failing.length > 0) process.exitCode = 1;
  }
} else {
  console.error(USAGE);
  process.exitCode = 1;
}
