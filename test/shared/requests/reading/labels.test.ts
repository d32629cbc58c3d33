import { describe, expect, it } from 'vitest';
import { labelKind, labelLines } from '#shared/requests/reading/labels.ts';

describe('labelKind', () => {
  it.each([
    ['Data invio', 'send-date'],
    ['DATA DI INVIO RICHIESTA', 'send-date'],
    ['*Data e ora di pubblicazione*', 'send-date'],
    ['Quando inviare', 'send-date'],
    ['Data richiesta', 'send-date'],
    ['Ora di invio', 'send-time'],
    ['Ora', 'send-time'],
    ["Data dell'evento", 'event-date'],
    ['Scadenza', 'event-date'],
    ['Data', 'date'],
    ['Testo del messaggio WhatsApp', 'text'],
    ['- Bozza', 'text'],
    ['2) Testo', 'text'],
    ['Messaggio', 'text'],
    ['Link alla notizia', 'link'],
    ['LINK ALLA NOTIZIA PUBBLICATA', 'link'],
    ['URL', 'link'],
    ['Titolo', 'title'],
    ['Note', 'note'],
    ['Ufficio richiedente', 'note'],
  ])('%s: %s', (label, kind) => {
    expect(labelKind(label)).toBe(kind);
  });

  it.each([
    'Info',
    'Orari',
    'Quando',
    'Dove',
    'Biblioteca comunale',
    'Per informazioni',
    'Link per iscriversi',
    'Buongiorno',
    '',
  ])('no label: %s', (label) => {
    expect(labelKind(label)).toBeUndefined();
  });
});

describe('labelLines', () => {
  it('say where the value begins, after marks of bold', () => {
    const text = 'Ciao\n*Testo:* avviso\nLink:\nhttps://a.example';
    const lines = labelLines(text);
    expect(lines.map(({ kind }) => kind)).toEqual(['text', 'link']);
    expect(lines.map(({ from, valueFrom }) => text.slice(from, valueFrom))).toEqual(['*Testo:* ', 'Link:']);
  });
});
