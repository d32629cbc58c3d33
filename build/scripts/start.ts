/** `npm start`: opens the app on Electron's binary, or on the stand-in where there is none. Passes its arguments on. */
import { spawn } from 'node:child_process';
import { build } from './build.ts';
import { electronCommand } from './electron-command.ts';
import { ROOT } from './targets.ts';

async function start(): Promise<number> {
  const command = electronCommand();
  if (!command) return 1;
  const [program, ...options] = command;
  await build();
  const child = spawn(program, [...options, '.', ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  // The terminal interrupts both; the app ends in its own time, and this program with it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill());
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

process.exitCode = await start();
