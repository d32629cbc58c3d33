import { describe, expect, it } from 'vitest';
import type { NewFact } from '#shared/journal/fact.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import { eventText, sayWhen, withDocument } from '#shared/requests/fromDocument.ts';
import { requestSchema } from '#shared/requests/request.ts';
import type { CalendarEvent } from '#shared/text/readDocument.ts';
import { pen, requestReceived } from '../../helpers/facts.ts';

const ENT = 'request/r1';
const [DOCX, ODT] = ['a'.repeat(64), 'b'.repeat(64)];
const EVENT: CalendarEvent = {
  title: 'Incontro pubblico',
  start: { day: '2026-11-25', time: '18:00' },
  end: { day: '2026-11-25', time: '19:30' },
  place: 'Sala civica',
  description: '',
  link: null,
  isCancelled: false,
  isRepeated: false,
};

function requestAfter(asked: Parameters<typeof requestReceived>[1], ...acts: readonly NewFact[]) {
  const desk = pen();
  desk.write('app', requestReceived('r1', asked));
  desk.write('marta', ...acts);
  const request = foldRequest('r1', desk.all()) ?? expect.fail('no request');
  expect(requestSchema.parse(request)).toEqual(request);
  return request;
}
const taken = (attachment: string, text: string) => requestFact('request.textTaken', ENT, { attachment, text });
const givenBack = (attachment: string) => requestFact('request.textGivenBack', ENT, { attachment });

describe('the text of a document as the one asked (P24)', () => {
  it('is that of who took it, and no more missing; taken back it is what it was before all documents', () => {
    const one = requestAfter({ text: '' }, taken(DOCX, 'Uno'));
    expect(one).toMatchObject({ asked: { text: 'Uno' }, askedFrom: { attachment: DOCX, by: 'marta', before: '' } });
    expect(one.missing).not.toContain('text');
    const back = requestAfter({ text: 'Mio' }, taken(DOCX, 'Uno'), taken(ODT, 'Due'), givenBack(ODT));
    expect(back).toMatchObject({ asked: { text: 'Mio' }, askedFrom: null });
  });
  it('a taking back of another one, or twice, changes nothing', () => {
    expect(requestAfter({ text: '' }, taken(DOCX, 'Uno'), givenBack(ODT)).asked.text).toBe('Uno');
    const twice = requestAfter({ text: 'Mio' }, taken(DOCX, 'Uno'), givenBack(DOCX), givenBack(DOCX));
    expect(twice.asked.text).toBe('Mio');
  });
  it('what is with the head or closed keeps the text it was decided on', () => {
    const forwarded = requestFact('request.forwarded', ENT, { hash: 'h' });
    expect(requestAfter({ text: 'Mio' }, forwarded, taken(DOCX, 'Uno')).asked.text).toBe('Mio');
  });
});

describe('an appointment in words', () => {
  it('says what, when and where, then its own words', () => {
    expect(eventText(EVENT)).toBe(
      'Incontro pubblico\n\nQuando: mercoledì 25 novembre 2026 dalle 18:00 alle 19:30\nDove: Sala civica',
    );
    const more = { ...EVENT, place: '', description: 'Siete invitati.', link: 'https://a.example/b' };
    expect(eventText(more).split('\n\n').slice(1)).toEqual([
      'Quando: mercoledì 25 novembre 2026 dalle 18:00 alle 19:30',
      'Siete invitati.',
      'https://a.example/b',
    ]);
  });
  it.each([
    ['mercoledì 25 novembre 2026 alle 18:00', { end: null }],
    [
      'mercoledì 25 novembre 2026',
      { start: { day: '2026-11-25', time: null }, end: { day: '2026-11-25', time: null } },
    ],
    [
      'da venerdì 6 marzo 2026 a domenica 8 marzo 2026',
      { start: { day: '2026-03-06', time: null }, end: { day: '2026-03-08', time: null } },
    ],
  ])('%s', (words, change) => expect(sayWhen({ ...EVENT, ...change })).toBe(words));
});

it('what was found is no more said to be perhaps there', () => {
  const warnings = [
    { code: 'text-in-attachment', message: 'forse' },
    { code: 'unknown-sender', message: 'chi è' },
  ];
  expect(withDocument(warnings, undefined)).toEqual(warnings);
  const document = { attachment: DOCX, name: 'a.docx', text: 'x', isEvent: false };
  expect(withDocument(warnings, document).map(({ code }) => code)).toEqual(['unknown-sender', 'text-from-attachment']);
});
