import fc from 'fast-check';
import type { CheckContext } from '#shared/drafts/style/engine/context.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';

/** The invented town of the examples; the day of sending is Monday 23 November 2026. */
export const context: CheckContext = {
  sendDate: '2026-11-23',
  hosts: ['comune.valdombra.example', 'www.valdombra.example'],
  mailDomains: ['comune.valdombra.example'],
  phones: ['335 555 0100'],
  commands: ['ISCRIVIMI'],
  municipality: 'Valdombra',
};

const pieces = [
  ...[
    'lunedì ',
    'Martedi ',
    '30 novembre',
    '1 ',
    ' 2026',
    '30/11',
    '31/11/2026',
    ' ore 20:30',
    'dalle 9 alle 8',
    '8.30-12',
  ],
  ...[
    'https://',
    'www.',
    'comune.valdombra.example',
    '/novita?utm_source=a',
    'bit.ly/3x',
    'a@b.com',
    '.',
    '!!',
    '..',
    ' ,',
  ],
  ...[
    '*',
    '_',
    '~',
    '```',
    '**',
    '<b>',
    '# ',
    '- ',
    '• ',
    '1. ',
    '> ',
    '\n',
    '\n\n\n',
    '\t',
    '\u200b',
    '\u00a0',
    '  ',
    '(',
  ],
  ...[
    '⚠️⚠️',
    '👩‍👩‍👧‍👦',
    '🇮🇹',
    '\ud83d',
    '\udd25',
    '𝐀𝐕𝐕',
    'perchè',
    "E' ",
    "citta'",
    'qual’è',
    '€ 5,00',
    '40%',
    'CUP',
    'TUTTO CHIUSO',
  ],
  ...[
    'ubicato ',
    'Si avvisa la cittadinanza che ',
    'verrà effettuato',
    'ai sensi dell’art. 7',
    'i cittadini ',
    '#tag',
    ':-)',
    'İ',
    'ß',
  ],
];

/** Hostile drafts: any characters, lone surrogates too, mixed with pieces that make rules fire. */
export const anyDraft = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 40 })
    .map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom(...catalogue.flatMap((rule) => [...rule.examples.bad, ...rule.examples.good])), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join('\n')),
);
