/** Every optional dependency named in the lock file must have its own entry there, or `npm ci` fails on another platform. */
import { readFileSync } from 'node:fs';

interface LockEntry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages = (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry> })
  .packages;

function isResolved(from: string, name: string): boolean {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`]) return true;
    if (base === '') return false;
  }
}

const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isResolved(path, name))
    .map(([name, version]) => `${path || 'package.json'} → ${name} ${version}`),
);
for (const line of missing) console.error(`missing from the lock file: ${line}`);
console.log(`lock file: ${Object.keys(packages).length} entries, ${missing.length} missing`);
process.exitCode = missing.length > 0 ? 1 : 0;
