/**
 * Which folder may import which. Read the tables as the map of the house; each message names the remedy.
 * Works on import lines alone: TypeScript 7 has no compiler interface.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = normalize(join(import.meta.dirname, '..'));
/** Left to right: each word may use those before it, never those after. */
const WORDS = ['kernel', 'journal', 'outbox', 'people', 'register', 'requests', 'drafts', 'queue', 'report', 'service'];
/** One library, one door: who may import a package. What is not listed may be imported by test and build only. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  zod: ['shared', 'electron', 'renderer/withoutEval.ts'],
  electron: ['electron/shell', 'build/standin'],
  'better-sqlite3': ['electron/db'],
  'postal-mime': ['electron/requests'],
  'html-to-text': ['electron/requests'],
  '@kenjiuno/msgreader': ['electron/requests'],
  '@myriaddreamin/typst-ts-web-compiler': ['electron/report'],
  'libxml2-wasm': ['electron/report'],
  asn1js: ['electron/signatures'],
  pkijs: ['electron/signatures'],
  nodemailer: ['electron/outbox'],
  hucre: ['electron/tables'],
  papaparse: ['electron/tables'],
  'iconv-lite': ['electron/tables', 'electron/requests'],
  munkres: ['shared/report'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  zustand: ['renderer'],
  '@tanstack/react-query': ['renderer'],
  '@tanstack/react-table': ['renderer'],
  '@tanstack/react-virtual': ['renderer'],
  '@codemirror/commands': ['renderer/drafts'],
  '@codemirror/lint': ['renderer/drafts'],
  '@codemirror/state': ['renderer/drafts'],
  '@codemirror/view': ['renderer/drafts'],
};
/** Rooms of electron/ that lie under the words, and those that lie above them. */
const UNDER = ['db', 'workers', 'tables', 'signatures', 'journal', 'outbox'];
const ABOVE = ['dispatch', 'foundation', 'share', 'diagnostics', 'demo', 'shell', 'core', 'cli', 'parentPort'];

const top = (path: string): string => path.split('/')[0] ?? '';
const room = (path: string): string => (path.split('/')[1] ?? '').replace(/\.tsx?$/, '');
const isWord = (name: string): boolean => WORDS.includes(name);

function complaintOf(from: string, to: string): string | undefined {
  const [here, there] = [room(from), room(to)];
  switch (top(from)) {
    case 'test':
      return undefined;
    case 'build':
      return top(to) === 'build'
        ? undefined
        : 'build/ imports nothing of the app: pass what it needs as a file or an argument.';
    case 'shared':
      if (top(to) !== 'shared') return 'shared/ is rules and contracts: it imports only shared/ and zod.';
      break;
    case 'renderer':
      if (top(to) === 'shared') return undefined;
      if (top(to) !== 'renderer') return 'a screen reaches the machine only through renderer/api.';
      if (from.split('/').length === 2 || here === there || ['ui', 'api'].includes(there)) return undefined;
      return 'a screen imports renderer/ui, renderer/api and shared/: move what two screens share into renderer/ui.';
    case 'electron':
      if (top(to) === 'shared') {
        if (isWord(here) && there === 'ipc')
          return 'a word does not know the contract of the screens: electron/app.ts joins them.';
        return isWord(here) && WORDS.indexOf(there) > WORDS.indexOf(here) ? orderComplaint : undefined;
      }
      if (top(to) !== 'electron') return 'electron/ imports electron/ and shared/.';
      if (there === 'shell' && here !== 'shell') return 'the shell starts the app; nothing imports it.';
      if (here === 'app' || ABOVE.includes(here)) return undefined;
      if (ABOVE.includes(there) || there === 'app')
        return 'only what lies above the words imports electron/app: pass a function instead.';
      if (UNDER.includes(there) && !UNDER.includes(here)) return undefined;
      break;
    default:
      return undefined;
  }
  if (here === there || here === 'ipc') return undefined;
  if (there === 'ipc') return 'shared/ipc knows every word; no word knows it.';
  const order = top(from) === 'electron' ? ['db', 'workers', 'tables', 'signatures', ...WORDS] : WORDS;
  return order.indexOf(there) > order.indexOf(here) ? orderComplaint : undefined;
}

const orderComplaint = `the order is ${WORDS.join(' < ')}: move the shared part left, or pass it as a plain value.`;

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

function complaintsOf(from: string, source: string): readonly string[] {
  return [...source.matchAll(IMPORT)].flatMap(([, bare, named, dynamic]) => {
    const specifier = bare ?? named ?? dynamic ?? '';
    const isOwn = specifier.startsWith('.') || specifier.startsWith('#');
    const target = specifier.startsWith('#')
      ? specifier.slice(1)
      : relative(ROOT, normalize(join(ROOT, dirname(from), specifier)));
    const complaint = isOwn ? complaintOf(from, target) : doorComplaint(from, specifier);
    return complaint ? [`${from} imports '${specifier}': ${complaint}`] : [];
  });
}

const FILES = ['shared', 'electron', 'renderer', 'build/scripts', 'build/standin', 'test'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

test('every import follows the map of the house', () => {
  expect(FILES.length).toBeGreaterThan(60);
  expect(FILES.flatMap((file) => complaintsOf(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});

describe('the map catches', () => {
  const wrong = [
    ['shared/people/roster.ts', "import { Draft } from '../drafts/draft.ts';", 'the order is'],
    ['shared/people/roster.ts', "import { readFileSync } from 'node:fs';", 'has no machine'],
    ['shared/people/roster.ts', "import { useState } from 'react';", "only renderer may import 'react'"],
    ['shared/drafts/check.ts', "import type { Input } from '#shared/ipc/contract.ts';", 'no word knows it'],
    ['electron/requests/store.ts', "import { openOutbox } from '#electron/queue/store.ts';", 'the order is'],
    [
      'electron/requests/store.ts',
      "import { app } from 'electron';",
      "only electron/shell, build/standin may import 'electron'",
    ],
    ['electron/journal/journal.ts', "import { openOutbox } from '../outbox/outbox.ts';", 'the order is'],
    ['electron/queue/queue.ts', "import { createApp } from '../app.ts';", 'pass a function instead'],
    ['electron/app.ts', "import { main } from './shell/main.ts';", 'nothing imports it'],
    ['electron/people/desk.ts', "import Database from 'better-sqlite3';", 'only electron/db'],
    ['renderer/queue/QueueScreen.tsx', "import { rows } from '../requests/rows.ts';", 'move what two screens share'],
    ['renderer/queue/QueueScreen.tsx', "import { open } from '#electron/db/open.ts';", 'only through renderer/api'],
    ['renderer/queue/QueueScreen.tsx', "const x = await import('lodash');", 'no door is written down'],
    [
      'build/scripts/build.ts',
      "import { rubano } from '../../shared/people/profiles/rubano.ts';",
      'nothing of the app',
    ],
  ] as const;
  test.each(wrong)('%s: %s', (file, line, remedy) => {
    expect(complaintsOf(file, line)).toEqual([expect.stringContaining(remedy)]);
  });

  const right = [
    ['shared/drafts/check.ts', "import { z } from 'zod';\nimport type { Request } from '../requests/request.ts';"],
    [
      'electron/app.ts',
      "import { dispatch } from './dispatch.ts';\nimport { openOutbox } from '#electron/outbox/outbox.ts';",
    ],
    ['electron/queue/queue.ts', "import { sha256 } from '#electron/journal/journal.ts';"],
    ['renderer/App.tsx', "import { QueueScreen } from './queue/QueueScreen.tsx';\nimport { call } from './api.ts';"],
  ] as const;
  test.each(right)('and lets through %s', (file, lines) => {
    expect(complaintsOf(file, lines)).toEqual([]);
  });
});
