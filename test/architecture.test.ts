/**
 * Which folder may import which. Read the tables as the map of the house; each message names the remedy.
 * Works on import lines alone: TypeScript 7 has no compiler interface.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = normalize(join(import.meta.dirname, '..'));
/** The seven words, left to right: each may use those before it, never those after. */
const WORDS = ['people', 'register', 'requests', 'drafts', 'queue', 'report', 'service'];
/** What lies under the words, lowest first; and what lies above them. */
const GROUND: Readonly<Record<Place, readonly string[]>> = {
  shared: ['kernel', 'text', 'journal', 'outbox'],
  electron: ['db', 'files', 'log', 'workers', 'tables', 'signatures', 'pdf', 'documents', 'journal', 'outbox', 'desk'],
  renderer: ['ui', 'api', 'session', 'writing'],
};
const ABOVE: Readonly<Record<Place, readonly string[]>> = {
  shared: ['ipc'],
  electron: ['app', 'dispatch', 'core', 'parentPort', 'share', 'recovery', 'diagnostics', 'demo', 'cli', 'shell'],
  renderer: ['App', 'main', 'frame', 'gallery', 'withoutEval'],
};
type Place = 'shared' | 'electron' | 'renderer';
/** One library, one door: who may import a package. What is not listed may be imported by test and build only. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  zod: ['shared', 'electron', 'renderer/withoutEval.ts'],
  electron: ['electron/shell', 'build/standin'],
  'better-sqlite3': ['electron/db'],
  'electron-log': ['electron/log'],
  'postal-mime': ['electron/requests/reading'],
  'html-to-text': ['electron/requests/reading'],
  '@kenjiuno/decompressrtf': ['electron/requests/reading'],
  '@kenjiuno/msgreader': ['electron/requests/reading'],
  '@myriaddreamin/typst-ts-web-compiler': ['electron/pdf'],
  'libxml2-wasm': ['electron/report/invoice'],
  htmlparser2: ['electron/documents', 'electron/requests/news'],
  'ical.js': ['electron/documents'],
  unpdf: ['electron/documents'],
  asn1js: ['electron/signatures'],
  pkijs: ['electron/signatures'],
  nodemailer: ['electron/outbox'],
  imapflow: ['electron/requests/mailbox'],
  hucre: ['electron/tables'],
  papaparse: ['electron/tables'],
  'iconv-lite': ['electron/tables', 'electron/requests/reading'],
  munkres: ['shared/report/reconciling'],
  diff: ['shared/text'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  zustand: ['renderer'],
  '@tanstack/react-query': ['renderer'],
  '@tanstack/react-table': ['renderer/ui'],
  '@tanstack/react-virtual': ['renderer'],
  '@codemirror/commands': ['renderer/drafts/editor'],
  '@codemirror/lint': ['renderer/drafts/editor'],
  '@codemirror/state': ['renderer/drafts/editor'],
  '@codemirror/view': ['renderer/drafts/editor'],
};
const top = (path: string): string => path.split('/')[0] ?? '';
const room = (path: string): string => (path.split('/')[1] ?? '').replace(/\.tsx?$/, '');
const isPlace = (name: string): name is Place => name in GROUND;
const orderOf = (place: Place): readonly string[] => [...GROUND[place], ...WORDS];
const orderComplaint = `the order is ${WORDS.join(' < ')}: move the shared part left, or pass it as a plain value.`;

/** Why a room may not use another one of the same place. */
function roomComplaint(place: Place, here: string, there: string): string | undefined {
  if (here === there || ABOVE[place].includes(here)) return undefined;
  if (place === 'shared' && there === 'ipc') return 'shared/ipc knows every word; no word knows it.';
  if (ABOVE[place].includes(there)) return `${place}/${there} lies above the words: pass a function instead.`;
  const order = orderOf(place);
  if (order.indexOf(there) <= order.indexOf(here)) return undefined;
  if (here === 'ui') return 'renderer/ui knows no word: give it what it shows, or move it into the word.';
  return orderComplaint;
}

/** Why a room of electron or renderer may not use this room of shared. */
function sharedComplaint(place: Place, here: string, there: string): string | undefined {
  if (here === 'api' || ABOVE[place].includes(here)) return undefined;
  if (place === 'electron' && there === 'ipc')
    return 'a word does not know the contract of the screens: electron/app.ts joins them.';
  if (here === 'ui' && !['kernel', 'text'].includes(there))
    return 'renderer/ui knows no word: give it what it shows, or move it into the word.';
  // A screen shows whatever a view tells it. The desk knows who sits at it.
  if (place === 'renderer') return undefined;
  const rank = here === 'desk' ? 0 : WORDS.indexOf(here);
  return WORDS.indexOf(there) > rank ? orderComplaint : undefined;
}

/** A word is opened by its `cases.ts`, and only the app does that; a contract is joined by shared/ipc alone. */
function entryComplaint(from: string, to: string): string | undefined {
  if (/^electron\/\w+\/cases\.ts$/.test(to) && from !== 'electron/app.ts')
    return 'only electron/app.ts opens the words: take what you need from the file that does it.';
  if (/^shared\/\w+\/contract\.ts$/.test(to) && top(to) === 'shared' && WORDS.includes(room(to))) {
    const isJoin = room(from) === 'ipc' && top(from) === 'shared';
    if (!isJoin && from !== `electron/${room(to)}/cases.ts`)
      return 'a contract is joined by shared/ipc and answered by the cases of its word: take the type of a view instead.';
  }
  if (from === 'electron/app.ts' && WORDS.includes(room(to)) && top(to) === 'electron' && !to.endsWith('/cases.ts'))
    return 'electron/app.ts knows of a word only its cases.ts.';
  return undefined;
}

function complaintOf(from: string, to: string): string | undefined {
  const [here, there] = [room(from), room(to)];
  const place = top(from);
  if (place === 'build')
    return top(to) === 'build'
      ? undefined
      : 'build/ imports nothing of the app: pass what it needs as a file or an argument.';
  if (!isPlace(place)) return undefined;
  const entry = entryComplaint(from, to);
  if (entry) return entry;
  if (top(to) === place) {
    if (place === 'electron' && there === 'shell' && here !== 'shell')
      return 'the shell starts the app; nothing imports it.';
    return roomComplaint(place, here, there);
  }
  if (place === 'shared') return 'shared/ is rules and contracts: it imports only shared/ and zod.';
  if (top(to) === 'shared') return sharedComplaint(place, here, there);
  return place === 'renderer'
    ? 'a screen reaches the machine only through renderer/api.'
    : 'electron/ imports electron/ and shared/.';
}

function doorComplaint(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('node:')) {
    return ['shared', 'renderer'].includes(top(from))
      ? `${top(from)}/ has no machine: take what you need as an argument.`
      : undefined;
  }
  if (['test', 'build'].includes(top(from))) return undefined;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const doors = DOORS[name];
  if (!doors) return `no door is written down for '${name}': add it to DOORS, with the one folder that needs it.`;
  if (doors.some((door) => from === door || from.startsWith(`${door}/`))) return undefined;
  return `only ${doors.join(', ')} may import '${name}': ask for what you need through a function argument.`;
}

const IMPORT =
  /^\s*import\s*['"]([^'"]+)['"]|^\s*(?:import|export)\s[^'"`;=]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** What a source imports, types included: the specifier, and the file where it is one of ours. */
function importsOf(from: string, source: string): readonly { readonly specifier: string; readonly file?: string }[] {
  return [...source.matchAll(IMPORT)].map(([, bare, named, dynamic]) => {
    const specifier = bare ?? named ?? dynamic ?? '';
    if (specifier.startsWith('#')) return { specifier, file: specifier.slice(1) };
    if (!specifier.startsWith('.')) return { specifier };
    return { specifier, file: relative(ROOT, normalize(join(ROOT, dirname(from), specifier))) };
  });
}

function complaintsOf(from: string, source: string): readonly string[] {
  return importsOf(from, source).flatMap(({ specifier, file }) => {
    const complaint = file === undefined ? doorComplaint(from, specifier) : complaintOf(from, file);
    return complaint ? [`${from} imports '${specifier}': ${complaint}`] : [];
  });
}

/** Groups of files that import each other, types counted, each in the order of its names (Tarjan's algorithm). */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const [indexes, lowest] = [new Map<string, number>(), new Map<string, number>()];
  const [stack, circles]: [string[], string[][]] = [[], []];
  const visit = (file: string): number => {
    const index = indexes.size;
    indexes.set(file, index);
    lowest.set(file, index);
    stack.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!indexes.has(next)) lowest.set(file, Math.min(lowest.get(file) ?? index, visit(next)));
      else if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file) ?? index, indexes.get(next) ?? index));
    }
    if (lowest.get(file) === index) {
      const circle = stack.splice(stack.indexOf(file));
      if (circle.length > 1) circles.push(circle.toSorted());
    }
    return lowest.get(file) ?? index;
  };
  for (const file of imports.keys()) if (!indexes.has(file)) visit(file);
  return circles;
}

const FILES = ['shared', 'electron', 'renderer', 'build/scripts', 'build/standin', 'test'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

const SOURCES = new Map(FILES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

test('every import follows the map of the house', () => {
  expect(FILES.length).toBeGreaterThan(60);
  expect([...SOURCES].flatMap(([file, source]) => complaintsOf(file, source))).toEqual([]);
});

test('no file imports itself over others, types counted', () => {
  const ours = [...SOURCES].filter(([file]) => isPlace(top(file)));
  const imports = ours.map(([file, source]): [string, readonly string[]] => [
    file,
    importsOf(file, source).flatMap(({ file: target }) => (target === undefined ? [] : [target])),
  ]);
  expect(circlesIn(new Map(imports))).toEqual([]);
  const [one, other] = ['shared/queue/job.ts', 'shared/queue/states.ts'];
  expect(
    circlesIn(
      new Map([
        [one, [other]],
        [other, [one]],
      ]),
    ),
  ).toEqual([[one, other]]);
});

test('no room of a word imports another one that imports it', () => {
  const roomOf = (file: string): string => dirname(file);
  const rooms = new Map<string, string[]>();
  for (const [file, source] of SOURCES) {
    if (!isPlace(top(file)) || !WORDS.includes(room(file))) continue;
    const targets = importsOf(file, source).flatMap(({ file: target }) => (target === undefined ? [] : [target]));
    const inside = targets.filter((target) => target.startsWith(`${top(file)}/${room(file)}/`)).map(roomOf);
    rooms.set(roomOf(file), [...(rooms.get(roomOf(file)) ?? []), ...inside.filter((one) => one !== roomOf(file))]);
  }
  // The ground of a word and its rooms use each other; two rooms beside each other do not.
  const isGround = (name: string): boolean => name.split('/').length === 2;
  const beside = [...rooms]
    .filter(([name]) => !isGround(name))
    .map(([name, others]): [string, string[]] => [name, others.filter((one) => !isGround(one))]);
  expect(circlesIn(new Map(beside))).toEqual([]);
});

test('a call is answered in the room its name begins with', () => {
  const answered = WORDS.flatMap((word) => {
    const source = SOURCES.get(`electron/${word}/cases.ts`) ?? '';
    return [...source.matchAll(/^ {6}'([a-z]+)\.[a-zA-Z]+':/gm)].map(([, prefix]) => [word, prefix]);
  });
  expect(answered.length).toBeGreaterThan(80);
  expect(answered.filter(([word, prefix]) => word !== prefix)).toEqual([]);
});

test('no file of the app is longer than 300 lines', () => {
  const long = [...SOURCES].filter(([file, source]) => isPlace(top(file)) && source.split('\n').length > 301);
  expect(long.map(([file]) => file)).toEqual([]);
});

describe('the map catches', () => {
  const wrong = [
    ['shared/people/roster.ts', "import { Draft } from '../drafts/draft.ts';", 'the order is'],
    ['shared/people/roster.ts', "import { readFileSync } from 'node:fs';", 'has no machine'],
    ['shared/people/roster.ts', "import { useState } from 'react';", "only renderer may import 'react'"],
    ['shared/drafts/style/check.ts', "import type { Input } from '#shared/ipc/contract.ts';", 'no word knows it'],
    ['electron/requests/store.ts', "import { openOutbox } from '#electron/queue/store.ts';", 'the order is'],
    [
      'electron/requests/store.ts',
      "import { app } from 'electron';",
      "only electron/shell, build/standin may import 'electron'",
    ],
    ['electron/journal/journal.ts', "import { openOutbox } from '../outbox/outbox.ts';", 'the order is'],
    ['electron/queue/acts/list.ts', "import { openApp } from '#electron/app.ts';", 'pass a function instead'],
    ['electron/app.ts', "import { main } from './shell/main.ts';", 'nothing imports it'],
    ['electron/desk/desk.ts', "import Database from 'better-sqlite3';", 'only electron/db'],
    ['electron/shell/main.ts', "import log from 'electron-log/node.js';", 'only electron/log'],
    ['electron/log/log.ts', "import { deskName } from '../desk/runtime.ts';", 'the order is'],
    ['renderer/requests/inbox/RequestsScreen.tsx', "import { jobs } from '#renderer/queue/jobs.ts';", 'the order is'],
    ['renderer/ui/Table.tsx', "import type { Entry } from '#shared/register/entry.ts';", 'knows no word'],
    ['electron/cli/report.ts', "import { report } from '#electron/report/cases.ts';", 'only electron/app.ts opens'],
    ['electron/app.ts', "import { queueStore } from './queue/store.ts';", 'only its cases.ts'],
    ['electron/queue/acts/list.ts', "import type { x } from '#shared/queue/contract.ts';", 'joined by shared/ipc'],
    ['renderer/queue/QueueScreen.tsx', "import { open } from '#electron/db/open.ts';", 'only through renderer/api'],
    ['renderer/queue/QueueScreen.tsx', "const x = await import('lodash');", 'no door is written down'],
    ['build/scripts/build.ts', "import { rubano } from '../../shared/people/profile/rubano.ts';", 'nothing of the app'],
  ] as const;
  test.each(wrong)('%s: %s', (file, line, remedy) => {
    expect(complaintsOf(file, line)).toEqual([expect.stringContaining(remedy)]);
  });

  const right = [
    [
      'shared/drafts/style/check.ts',
      "import { z } from 'zod';\nimport type { Request } from '#shared/requests/request.ts';",
    ],
    [
      'electron/app.ts',
      "import { dispatch } from './dispatch.ts';\nimport { openOutbox } from '#electron/outbox/outbox.ts';",
    ],
    ['electron/queue/acts/list.ts', "import { sha256 } from '#electron/journal/journal.ts';"],
    ['renderer/queue/QueueScreen.tsx', "import { rows } from '#renderer/requests/rows.ts';"],
    ['renderer/App.tsx', "import { QueueScreen } from './queue/QueueScreen.tsx';\nimport { call } from './api.ts';"],
  ] as const;
  test.each(right)('and lets through %s', (file, lines) => {
    expect(complaintsOf(file, lines)).toEqual([]);
  });
});
