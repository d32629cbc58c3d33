import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KINDS, taken } from './kinds.ts';
import { PLACES } from './places.ts';

const TEMPLATES = join(import.meta.dirname, 'templates');

/** What came of a wish: what was written and what comes next, or why nothing was. */
export type Outcome =
  | { readonly ok: true; readonly written: readonly string[]; readonly next: readonly string[] }
  | { readonly ok: false; readonly why: string };

/** How the command is used, one line for each kind. */
export const usage = (): string =>
  ['Uso: npm run new -- …', ...Object.values(KINDS).map((kind) => `  ${kind.usage}`)].join('\n');

const ALIAS = /^import .* from '(#[^']+)';$/;

/** The lines with the imports of the house in their order, which depends on where a room lies. */
function sortImports(lines: readonly string[]): readonly string[] {
  const places = [...lines.keys()].filter((index) => ALIAS.test(lines[index] ?? ''));
  const pathOf = (line: string): string => ALIAS.exec(line)?.[1] ?? '';
  const sorted = places.map((index) => lines[index] ?? '').toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  return lines.map((line, index) => sorted[places.indexOf(index)] ?? line);
}

/** The template with its places filled. Throws at a place without a value. */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  const text = readFileSync(join(TEMPLATES, `${template}.txt`), 'utf8');
  const filled = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Il modello ${template} chiede «${name}», che nessuno gli dà.`);
    return value;
  });
  return sortImports(filled.split('\n')).join('\n');
}

/** Writes the files of `words` (kind, then name) into the project at `root`; a file that is there is never touched. */
export function scaffold(root: string, words: readonly string[]): Outcome {
  const [first = '', ...rest] = words;
  const kind = Object.hasOwn(KINDS, first) ? KINDS[first] : undefined;
  const match = kind?.name.exec(rest.join(' '));
  if (!kind || !match) return { ok: false, why: usage() };
  const plan = kind.plan(root, match.slice(1));
  const there = taken(root, plan);
  if (there.length > 0) return { ok: false, why: `C’è già ${there.join(', ')}: scegli un altro nome.` };
  const texts = plan.files.map(
    ([template, path]) => [path, fill(template, { ...PLACES.imports, ...plan.values })] as const,
  );
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
  return { ok: true, written: texts.map(([path]) => path), next: plan.next };
}
