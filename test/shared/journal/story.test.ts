import { describe, expect, it } from 'vitest';
import { deviceFacts } from '#shared/journal/devices.ts';
import { because, dayIn, momentIn, quoted, sayConflictResolved, tellerOf } from '#shared/journal/story.ts';

it('the compiler refuses a story that leaves a type of its vocabulary out', () => {
  // @ts-expect-error: no sentence for `device.accepted`.
  expect(tellerOf(deviceFacts, { 'device.joined': () => 'l’app ha scritto' })).toBeTypeOf('function');
});

describe('the words of others in a sentence', () => {
  it.each([
    ['Via Roma chiusa.', '«Via Roma chiusa»'],
    ['Riga prima\r\n  riga seconda', '«Riga prima riga seconda»'],
    ['Il «mercato» si sposta', '«Il “mercato” si sposta»'],
    ['E poi...', '«E poi...»'],
    ['  ', '«senza titolo»'],
    ['a'.repeat(80), `«${'a'.repeat(59)}…»`],
  ])('%j is quoted as %s', (text, words) => expect(quoted(text)).toBe(words));

  it('a reason follows a colon, no reason leaves nothing', () => {
    expect(because('manca la conferma')).toBe(': «manca la conferma»');
    expect([because(null), because(' ')]).toEqual(['', '']);
  });

  it('only an act between what desks said apart is called so', () => {
    expect(sayConflictResolved({ settles: ['h1', 'h2'] })).toBe(', scegliendo fra versioni di postazioni diverse');
    expect([sayConflictResolved({}), sayConflictResolved({ settles: [] })]).toEqual(['', '']);
  });
});

describe('a day and a moment in a sentence', () => {
  it('are those of Rome, and name the year only when it is another one', () => {
    expect(momentIn('2026-12-31T22:30:00.000Z', '2026-12-30T08:00:00.000Z')).toBe('giovedì 31 dicembre alle 23:30');
    expect(momentIn('2026-12-31T23:30:00.000Z', '2026-12-30T08:00:00.000Z')).toBe('venerdì 1° gennaio 2027 alle 00:30');
    expect(dayIn('2027-01-07', '2026-12-31T23:30:00.000Z')).toBe('giovedì 7 gennaio');
  });
});
