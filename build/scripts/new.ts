/** `npm run new -- rule|case|fact|migration|screen|decision NOME`: writes the first lines of something and of its test. */
import { scaffold } from './new/scaffold.ts';
import { ROOT } from './targets.ts';

const outcome = scaffold(ROOT, process.argv.slice(2));
if (outcome.ok) {
  for (const path of outcome.written) console.log(`Scritto: ${path}`);
  for (const step of outcome.next) console.log(`Adesso:  ${step}`);
} else {
  console.error(outcome.why);
  process.exitCode = 1;
}
