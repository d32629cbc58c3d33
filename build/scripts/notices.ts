/** The licences of what the packed app is made of: MIT, BSD, Apache and OFL want their text to go with it. */
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ASSETS } from './copy-assets.ts';
import { ROOT } from './targets.ts';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
}

const INSIDE_PACKAGE = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/;
const LICENCE = /^(?:licen[cs]e|copying|notice|ofl)(?:[.-].*)?$/i;

/** The folder of the package a file belongs to, or undefined for a source of the project. */
const packageOf = (file: string): string | undefined => INSIDE_PACKAGE.exec(file.replaceAll('\\', '/'))?.[0];

/** The sources of everything built in `out`, as its maps name them. */
function builtFrom(out: string): readonly string[] {
  return globSync('**/*.map', { cwd: out }).flatMap((map) => {
    const file = join(out, map);
    const { sources } = JSON.parse(readFileSync(file, 'utf8')) as { readonly sources: readonly (string | null)[] };
    return sources.flatMap((source) => (source === null ? [] : [join(dirname(file), source)]));
  });
}

/** What style sheets take from packages, which no map names. */
function styledWith(root: string): readonly string[] {
  const sheets = globSync('renderer/**/*.css', { cwd: root }).map((path) => readFileSync(join(root, path), 'utf8'));
  const named = sheets.flatMap((text) => [...text.matchAll(/["'(]((?:@[\w-]+\/)?[a-z][\w-]*)\/[^"')]+["')]/g)]);
  return named.map(([, name = '']) => join(root, 'node_modules', name)).filter((folder) => existsSync(folder));
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
  const kind = (typeof license === 'string' ? license : license?.type) ?? 'licenza non indicata';
  const texts = readdirSync(folder)
    .filter((file) => LICENCE.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const text = texts.length > 0 ? texts.join('\n\n') : `Il testo è in https://spdx.org/licenses/${kind}.html`;
  return `${'='.repeat(80)}\n${name} ${version} (${kind})\n${'='.repeat(80)}\n\n${text}\n`;
}

const HEAD = `Avvisi PuntoSi contiene programmi e caratteri di altri, con le licenze che seguono.
I caratteri Titillium Web (in bootstrap-italia) e Noto Emoji hanno la SIL Open Font License 1.1.
`;

/** The licences of every package that something in `out` was made of, each once, by name. */
export function noticesOf(root: string, out: string): string {
  const files = [...builtFrom(out), ...styledWith(root), ...Object.values(ASSETS)];
  const folders = new Set(files.flatMap((file) => packageOf(file) ?? []));
  folders.add(join(root, 'node_modules', 'better-sqlite3'));
  const known = [...folders].filter((folder) => existsSync(join(folder, 'package.json'))).toSorted();
  return [HEAD, ...known.map(noticeOf)].join('\n');
}

/** Writes the licences for electron-builder, which puts them beside the program. */
export function writeNotices(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, noticesOf(ROOT, join(ROOT, 'build', 'out')));
}
