/**
 * The points of Electron's security list that show only in the code, over the sources of the shell. The others are
 * asserted in the real window by test/e2e/shell.spec.ts and, where Electron calls back, by the unit tests beside this one.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const shell = join(root, 'electron', 'shell');

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** Every node of a syntax tree, parents first. */
function nodesBelow(node: Node): readonly Node[] {
  return [node, ...Object.values(node).flat().filter(isNode).flatMap(nodesBelow)];
}

const nodes = readdirSync(shell, { recursive: true, encoding: 'utf8' })
  // The door of development stands in no build that leaves this computer: test/build/dev shows it.
  .filter((path) => path.endsWith('.ts') && !path.startsWith('dev'))
  .map((path) => ({ path, name: basename(path) }))
  .toSorted((one, other) => (one.name < other.name ? -1 : 1))
  .flatMap(({ path, name }) => {
    const { program, errors } = parseSync(name, readFileSync(join(shell, path), 'utf8'));
    if (errors.length > 0) throw new Error(`${name} cannot be parsed.`);
    return nodesBelow(program as unknown as Node).map((node) => ({ name, node }));
  });

const nameOf = (value: unknown): string => (isNode(value) ? String(value.name ?? value.value ?? '') : '');
const propertiesNamed = (...names: readonly string[]) =>
  nodes.filter(({ node }) => node.type === 'Property' && names.includes(nameOf(node.key)));
const membersNamed = (...names: readonly string[]) =>
  nodes.filter(({ node }) => node.type === 'MemberExpression' && names.includes(nameOf(node.property)));
const filesOf = (found: readonly { readonly name: string }[]): readonly string[] => [
  ...new Set(found.map(({ name }) => name)),
];
/** `name: value` for the properties of an object literal. */
const literal = (node: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    ((node as Node).properties as readonly Node[]).map((one) => [nameOf(one.key), (one.value as Node).value]),
  );
/** Files that import `specifier` at run time. */
const importers = (specifier: string) =>
  nodes.filter(
    ({ node }) => node.type === 'ImportDeclaration' && nameOf(node.source) === specifier && node.importKind !== 'type',
  );

describe('the security list in the code', () => {
  it('2, 6, 8, 9, 10: no default is weakened: the words do not even occur', () => {
    const weakening = propertiesNamed(
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'disableBlinkFeatures',
      'bypassCSP',
    );
    expect(weakening).toEqual([]);
    const switches = nodes.filter(
      ({ node }) =>
        node.type === 'CallExpression' &&
        isNode(node.callee) &&
        ['appendSwitch', 'appendArgument'].includes(nameOf(node.callee.property)),
    );
    expect(filesOf(membersNamed('appendSwitch', 'appendArgument'))).toEqual(['main.ts']);
    // The language of the page weakens nothing.
    expect(switches.map(({ node }) => (node.arguments as readonly Node[]).map(({ value }) => value))).toEqual([
      ['lang', 'it'],
    ]);
  });

  it('3, 4, 11: the one window is isolated, sandboxed and without webviews', () => {
    const made = nodes.filter(
      ({ node }) =>
        node.type === 'NewExpression' &&
        nodesBelow(node.callee as Node)
          .map(nameOf)
          .includes('BrowserWindow'),
    );
    expect(filesOf(made)).toEqual(['window.ts']);
    expect(made).toHaveLength(1);
    const [preferences] = propertiesNamed('webPreferences');
    expect(literal(preferences?.node.value)).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webviewTag: false,
      spellcheck: false,
    });
  });

  it('4: the sandbox is switched on for the whole app, before it is ready', () => {
    expect(filesOf(membersNamed('enableSandbox'))).toEqual(['main.ts']);
    const main = nodes.find(({ name, node }) => name === 'main.ts' && node.type === 'Program');
    const body = (main?.node.body ?? []) as readonly Node[];
    const first = body.find(({ type }) => type === 'ExpressionStatement');
    expect(first && nodesBelow(first).map(nameOf)).toContain('enableSandbox');
  });

  it('4: the preload needs nothing but electron and the names of the channels', () => {
    const imported = nodes
      .filter(
        ({ name, node }) => name === 'preload.ts' && node.type === 'ImportDeclaration' && node.importKind !== 'type',
      )
      .map(({ node }) => nameOf(node.source));
    expect(imported).toEqual(['electron', '#electron/shell/core/channels.ts']);
  });

  it('5, 12, 14: requests, checks and devices are answered, and every page is guarded', () => {
    const handlers = ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler'];
    for (const handler of handlers) expect(filesOf(membersNamed(handler)), handler).toEqual(['permissions.ts']);
    expect(filesOf(membersNamed('setWindowOpenHandler'))).toEqual(['navigation.ts']);
  });

  it('15: addresses and files leave the app through one door each', () => {
    expect(filesOf(membersNamed('openExternal'))).toEqual(['externalLinks.ts']);
    expect(filesOf(membersNamed('openPath', 'showItemInFolder'))).toEqual(['openPath.ts']);
  });

  it('16: Electron is pinned, and one of the three supported majors at the time of the last change', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(devDependencies.electron).toMatch(/^45\.\d+\.\d+$/);
    // 45.0.0 came out on 2026-10-21; a major ends when the third one after it comes, every 8 weeks.
    const supportedUntil = '2027-04-06';
    expect(lastChange() <= supportedUntil, 'Raise electron to a supported major, then this date.').toBe(true);
  });

  it('17: no handler of messages stands outside the door that checks the sender', () => {
    expect(filesOf(membersNamed('handle'))).toEqual(['appScheme.ts', 'ipc.ts']);
    const users = nodes.filter(({ node }) => node.type === 'MemberExpression' && nameOf(node.object) === 'ipcMain');
    expect(users.map(({ name, node }) => [name, nameOf(node.property)])).toEqual([['ipc.ts', 'handle']]);
  });

  it('18: nothing is loaded from files or from the network', () => {
    expect(filesOf(membersNamed('loadFile', 'pathToFileURL', 'fetch'))).toEqual([]);
    const addresses = nodes
      .filter(({ node }) => node.type === 'Literal' && /^(https?|file):/.test(String(node.value)))
      .map(({ node }) => node.value);
    expect(addresses).toEqual(['https:']);
    expect(filesOf(membersNamed('loadURL'))).toEqual(['window.ts']);
  });

  it('20: the page gets no raw Electron: one exposed object, ipcRenderer only called', () => {
    expect(membersNamed('exposeInMainWorld')).toHaveLength(1);
    const uses = nodes
      .filter(({ node }) => node.type === 'MemberExpression' && nameOf(node.object) === 'ipcRenderer')
      .map(({ name, node }) => `${name} ${nameOf(node.property)}`);
    expect(uses).toEqual(['preload.ts invoke', 'preload.ts on', 'preload.ts removeListener']);
    const mentions = nodes.filter(({ node }) => node.type === 'Identifier' && node.name === 'ipcRenderer');
    // Once as imported name, once as local name, and once in each use.
    expect(mentions).toHaveLength(2 + uses.length);
  });

  it('only the app’s own two programs are started, by the entry', () => {
    const forks = nodes.filter(
      ({ node }) =>
        node.type === 'CallExpression' && isNode(node.callee) && nameOf(node.callee.object) === 'utilityProcess',
    );
    const programs = forks.map(({ name, node }) => {
      const [program] = node.arguments as readonly Node[];
      return [name, nameOf(program?.object), nameOf(program?.property)];
    });
    expect(programs).toEqual([
      ['main.ts', 'programs', 'core'],
      ['main.ts', 'programs', 'share'],
    ]);
  });

  it('only the two entries import Electron at run time, so that the rest can be tested without it', () => {
    expect(filesOf(importers('electron')).toSorted()).toEqual(['main.ts', 'preload.ts']);
  });
});

/** Day of the last commit, `YYYY-MM-DD`; the first day of all where there is no history, as in a source archive. */
function lastChange(): string {
  try {
    return execFileSync('git', ['log', '-1', '--format=%cs'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
