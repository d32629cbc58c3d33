import { expect } from 'vitest';
import { type Day, daysBetween } from '#shared/kernel/day.ts';
import { parseHeaderDate } from '#shared/requests/reading/headerDate.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { readMail, understand } from '#shared/requests/reading/understand.ts';
import { findDates } from '#shared/text/dates/findDates.ts';
import { town } from './emailCases.ts';

/** The bytes as text, followed by what they carry in base64: a PEC envelope may encode the message inside. */
function decoded(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = text.match(/(?:[A-Za-z0-9+/]{40,}={0,2}[ \t]*\r?\n?){2,}/g) ?? [];
  return [text, ...blocks.map((block) => Buffer.from(block, 'base64').toString('latin1'))].join('\n');
}

/** Every date that the Date headers in these bytes can mean: of the mail, and of the messages inside it. */
function writtenDates(bytes: Uint8Array): ReadonlySet<string | undefined> {
  const text = decoded(bytes).replace(/\r?\n[ \t]+/g, ' ');
  return new Set([...text.matchAll(/^date[ \t]*:(.*)$/gim)].map(([, value = '']) => parseHeaderDate(value.trim())));
}

const LONGEST_BEFORE = 70;

/** Whether a day is one of those the words mean: itself, counted back from a day the text names, or by its number in a list. */
function isMeant(date: Day, excerpt: string, text: string, references: readonly (Day | undefined)[]): boolean {
  const named = (words: string) => references.flatMap((day) => findDates(words, day).map((found) => found.date));
  if (named(excerpt).includes(date)) return true;
  if (/prima|precedente|vigilia|stesso|anticipo/i.test(excerpt)) {
    return named(text).some((day) => day >= date && daysBetween(date, day) <= LONGEST_BEFORE);
  }
  return [...excerpt.matchAll(/\d{1,2}/g)].some(([number]) => Number(number) === Number(date.slice(8)));
}

/**
 * What was read stands in the mail: its own date in a header, every day in words of the text counted from a day it
 * names, every span inside it.
 */
export function expectHonest(bytes: Uint8Array, mail: ParsedMail): void {
  if (mail.date !== null) expect(writtenDates(bytes)).toContain(mail.date);
  const { body, proposals } = readMail(mail, town);
  const references = body.layers.map(({ reference }) => reference);
  for (const { send, span } of proposals) {
    expect(span.to).toBeLessThanOrEqual(mail.text.length);
    const { chosen } = send;
    if (chosen) expect(send.candidates.map(({ date }) => date)).toContain(chosen.date);
    for (const { date, excerpt } of send.candidates) {
      expect(`${mail.subject}\n${body.working}`).toContain(excerpt);
      expect(isMeant(date, excerpt, body.working, references), `${excerpt}: ${date}`).toBe(true);
    }
  }
  const { requests } = understand(mail, town);
  expect(requests).toHaveLength(proposals.length);
}
