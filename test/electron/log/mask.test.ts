import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { maskFrame, maskMessage } from '#electron/log/mask.ts';

/** Words that no mask writes and no other part of the message holds. */
const SECRET = 'zqxjk';
const plain = fc.stringMatching(/^[a-z ]{0,20}$/);
const anything = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 }));

describe('no address survives', () => {
  test('whatever stands around it', () => {
    fc.assert(
      fc.property(anything, fc.emailAddress(), anything, (before, address, after) => {
        const masked = maskMessage(`${before} ${address} ${after}`);
        expect(masked).not.toContain('@');
        expect(masked).not.toContain(address);
      }),
    );
  });

  it.each(['Mario <mario.zqxjk@ufficio.example>', 'mailto:zqxjk%40ufficio.example', '"zqxjk rossi"@ufficio.example'])(
    '%s',
    (address) => {
      expect(maskMessage(`Non si scrive a ${address}`)).not.toContain(SECRET);
    },
  );
});

describe('no quoted text survives', () => {
  const QUOTES = ['""', "''", '``', '«»', '“”', '„“', '‘’', '‹›', '’’', '““', '«"'].map((pair) => [...pair]);

  test('of any kind of quote, with quotes and lines inside, whatever follows', () => {
    fc.assert(
      fc.property(
        plain,
        fc.constantFrom(...QUOTES),
        anything,
        anything,
        plain,
        (before, [open, close], one, other, after) => {
          const masked = maskMessage(`${before} ${open}${one}${SECRET}${other}${close} ${after}`);
          expect(masked).not.toContain(SECRET);
        },
      ),
    );
  });

  test('also when it is cut before its end', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom(...QUOTES), plain, (before, [open], text) => {
        expect(maskMessage(`${before} ${open}${SECRET} ${text} l'${SECRET}`)).not.toContain(SECRET);
      }),
    );
  });

  it('while the words around it stay', () => {
    expect(maskMessage('Unexpected token \'C\', "Ciao a tutti" is not valid JSON')).toBe(
      'Unexpected token ‹testo› is not valid JSON',
    );
    expect(maskMessage("ENOENT: no such file or directory, open '/home/mario/dati/x.eml'")).toBe(
      'ENOENT: no such file or directory, open ‹testo›',
    );
  });
});

it.each([
  ['Sindaca Anna De’ Conti assente', '‹nome› assente'],
  ['approva MARIO ROSSI oggi', 'approva ‹nome› oggi'],
  ['chiesto da Rita di Marco', 'chiesto da ‹nome›'],
  ['tel. 049 873 82 11 occupato', 'tel. ‹numero› occupato'],
  ['cell. +39 347-1234567', 'cell. ‹numero›'],
  ['codice RSSMRA80A01H501U doppio', 'codice ‹numero› doppio'],
  ['manca C:\\Users\\Mario Rossi\\avviso.eml qui', 'manca ‹percorso›'],
  ['manca \\\\server\\condivisa\\Ufficio Tecnico', 'manca ‹percorso›'],
  ['manca /home/mario rossi/avviso.eml', 'manca ‹percorso›'],
  ['letto https://www.comune.example/news?nome=mario', 'letto ‹percorso›'],
  ['prima riga\nCiao a tutti, sono Mario', 'prima riga'],
  ['L’app non ha capito la richiesta', 'L’app non ha capito la richiesta'],
  ['UNIQUE constraint failed: fact.id', 'UNIQUE constraint failed: fact.id'],
  ["Can't read properties of undefined", "Can't read properties of undefined"],
  ['drafts.save', 'drafts.save'],
])('«%s» becomes «%s»', (message, masked) => {
  expect(maskMessage(message)).toBe(masked);
});

it('keeps 300 characters at most', () => {
  expect(maskMessage('ciao '.repeat(1_000)).length).toBe(300);
});

describe('a line of a stack', () => {
  it.each([
    [
      '    at save (file:///C:/Users/Mario%20Rossi/AppData/Local/app.asar/build/out/core/core.mjs:12:3)',
      'save, build/out/core/core.mjs:12:3',
    ],
    ['    at C:\\Users\\Mario Rossi\\build\\out\\main\\main.cjs:7:1', '(anonima), build/out/main/main.cjs:7:1'],
    ['    at async Object.call (/home/mario/puntosi/electron/app.ts:9:9)', 'async Object.call, electron/app.ts:9:9'],
    ['    at async file:///home/mario/electron/core.ts:9:9', '(anonima), electron/core.ts:9:9'],
    [
      '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
      'process.processTicksAndRejections, node:internal/process/task_queues:105:5',
    ],
    ['    at leggi (/home/mario/altro/x.js:1:2)', 'leggi, altrove'],
    ['    at leggi (/home/electron/Mario Rossi/x.js:1:2)', 'leggi, altrove'],
  ])('%s', (line, kept) => {
    expect(maskFrame(line)).toBe(kept);
  });

  it.each(['    at casa di Mario', 'Ciao (file:///x/electron/a.ts:1:1)', '    at Promise.all (index 0)', ''])(
    '«%s» is none',
    (line) => {
      expect(maskFrame(line)).toBeUndefined();
    },
  );
});
