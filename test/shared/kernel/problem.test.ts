import { expect, it } from 'vitest';
import { accountOf, keptProblemSchema, problemSchema } from '#shared/kernel/problem.ts';

const FULL = { code: 'disk-full', what: 'Il disco è pieno.', why: 'Il testo è al sicuro.', remedy: 'Libera spazio.' };

it.each([
  ['no code', { ...FULL, code: '' }],
  ['nothing that happened', { ...FULL, what: '' }],
  ['an empty why: it is left out', { ...FULL, why: '' }],
  ['no remedy', { ...FULL, remedy: '' }],
])('a problem with %s is none', (_what, broken) => {
  expect(problemSchema.safeParse(FULL).success).toBe(true);
  expect(problemSchema.safeParse(broken).success).toBe(false);
});

it('what happened and why make one text, without a space after the last', () => {
  const { why: _, ...short } = FULL;
  expect([accountOf(FULL), accountOf(short)]).toEqual(['Il disco è pieno. Il testo è al sicuro.', 'Il disco è pieno.']);
});

it('a kept problem is read in its form and in the former one, without losing a word', () => {
  expect(keptProblemSchema.parse(FULL)).toEqual(FULL);
  const former = { code: 'disk-full', message: 'Il disco è pieno. Il testo è al sicuro.', remedy: 'Libera spazio.' };
  const read = keptProblemSchema.parse(former);
  expect(read).toEqual({ code: 'disk-full', what: former.message, remedy: former.remedy });
  expect(problemSchema.parse(read)).toEqual(read);
  expect(keptProblemSchema.safeParse({ code: 'disk-full', remedy: 'Libera spazio.' }).success).toBe(false);
});
