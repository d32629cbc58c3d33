import { z } from 'zod';
import type { Fact } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { readFact, writerOf } from '#shared/journal/vocabulary.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { blobSchema, letterPurposeSchema } from './facts.ts';

/** A letter of the desk that was written whole, so that its answer finds its request (P17). */
const writtenLetterSchema = z.object({
  /** Without brackets. */
  messageId: z.string(),
  letter: blobSchema,
  purpose: letterPurposeSchema,
  request: z.string(),
  /** E-mail the request came in: it may be part of another request by now. */
  mail: z.string().nullable(),
  date: instantSchema,
  /** It lies as a file in a folder, and a person still has to send it; a former version did not say. */
  toPost: z.exactOptional(z.literal(true)),
  /** It leaves by itself: what the server proved of it follows. */
  byServer: z.exactOptional(z.literal(true)),
});

/** Who did not get a letter, by the place among its recipients, and why: no address, it would name a person. */
const missedSchema = z.array(z.object({ recipient: z.int().nonnegative(), why: z.string() }));

/** Addressees by their place. */
const recipientsSchema = z.array(z.int().nonnegative()).min(1);

/** What can happen to a letter of the desk: entity `letter/<identity>`, named like an e-mail that arrives. */
export const letterFacts = {
  /** It answers an e-mail that is no request (P10). */
  'letter.answerSent': writtenLetterSchema.omit({ purpose: true, request: true }).extend({ mail: z.string() }),
  /** It was written whole; what its name says was the belief of a former version. */
  'letter.sent': writtenLetterSchema,
  /** A person sent it with the mail program: from now on it was asked. */
  'letter.posted': z.object({}),
  'letter.postUndone': z.object({}),
  /** A person says that it is not needed any more, or is after all. */
  'letter.dropped': z.object({}),
  'letter.kept': z.object({}),
  /** The server took it for all: from here on it is the server's, not yet the recipient's (P66). */
  'letter.accepted': z.object({ server: z.string() }),
  'letter.partlyAccepted': z.object({ server: z.string(), missed: missedSchema }),
  'letter.refused': z.object({ why: z.string() }),
  /** The connection broke off where the server may have taken it: only a person goes on. */
  'letter.uncertain': z.object({}),
  /** It was uncertain, and the mailbox proves that the server took it: `copy` in the folder of sent mail, `report`, `answer`. */
  'letter.found': z.object({ where: z.enum(['copy', 'report', 'answer']) }),
  /** It came back from these, and why; `of` how many it went to. */
  'letter.bounced': z.object({ missed: missedSchema, of: z.int().positive() }),
  /** A receipt proves that it lies in the mailboxes of these. */
  'letter.delivered': z.object({ recipients: recipientsSchema, of: z.int().positive() }),
  /** Servers say that it is late for these, and still try. */
  'letter.delayed': z.object({ recipients: recipientsSchema }),
  /** A copy lies in the folder of sent mail, or could not be put there: nothing of the letter depends on it. */
  'letter.filed': z.object({ folder: z.string() }),
  'letter.notFiled': z.object({ why: z.string() }),
  /** A person saw that it arrived, or takes that back. */
  'letter.arrived': z.object({}),
  'letter.arrivedUndone': z.object({}),
  /** A person lets it leave again, to those it did not reach. */
  'letter.resent': z.object({}),
} as const;

export const letterFact = writerOf(letterFacts);

/** `unknown`: a former version wrote it and nobody said whether it was sent. */
const TOLD_STATES = ['toPost', 'posted', 'dropped', 'unknown', 'arrived'] as const;
/** What the server proved; `resending`: a person let it leave again. */
const SERVER_STATES = ['accepted', 'partial', 'refused', 'uncertain', 'resending', 'delivered', 'bounced'] as const;
export const LETTER_STATES = [...TOLD_STATES, ...SERVER_STATES] as const;
/** Those in which a person has to decide what becomes of a letter. */
export const TROUBLED_STATES = [
  'partial',
  'refused',
  'uncertain',
  'bounced',
] as const satisfies readonly (typeof SERVER_STATES)[number][];
export type TroubledState = (typeof TROUBLED_STATES)[number];
export const isTroubled = (state: SentLetter['state']): state is TroubledState =>
  TROUBLED_STATES.some((one) => one === state);

/** What a letter is for: about a request, or the answer to an e-mail that is none. */
export const letterKindSchema = letterPurposeSchema.or(z.literal('answer'));
export type LetterKind = z.infer<typeof letterKindSchema>;

export const sentLetterSchema = writtenLetterSchema.omit({ toPost: true, byServer: true }).extend({
  purpose: letterKindSchema,
  state: z.enum(LETTER_STATES),
  /** When it came into that state, and by whom. */
  at: instantSchema,
  by: z.string(),
  /** The desk that wrote it: its file lies there, and only from there it leaves. */
  desk: z.string(),
  /** How it stood when the server was last asked, which a word of a person does not undo; null before. */
  proved: z.enum(SERVER_STATES).nullable(),
  /** The server that took it. */
  server: z.string().nullable(),
  why: z.string().nullable(),
  missed: missedSchema,
  /** Where it was found of which the server had said nothing; null otherwise. */
  found: letterFacts['letter.found'].shape.where.nullable(),
  /** In whose mailboxes a receipt proves it lies, and whose server says that it is late, by their place. */
  delivered: z.array(z.int().nonnegative()),
  delayed: z.array(z.int().nonnegative()),
  /** The folder of sent mail in which its copy lies, or why none does. */
  filed: z.object({ folder: z.string().nullable(), why: z.string().nullable() }).nullable(),
  /** How often a person let it leave again. */
  again: z.int().nonnegative(),
});
/** A letter of the desk after it was written. */
export type SentLetter = z.infer<typeof sentLetterSchema>;

type LetterFact = NonNullable<ReturnType<typeof readLetterFact>>;
const readLetterFact = (raw: Fact) => readFact(letterFacts, raw);

/** A letter that was written, before anything became of it. */
function written(fact: Extract<LetterFact, { type: 'letter.sent' | 'letter.answerSent' }>): SentLetter {
  const { at, actor: by, dev: desk } = fact;
  const { toPost, byServer: _, ...rest } = fact.body;
  const about =
    fact.type === 'letter.sent'
      ? { purpose: fact.body.purpose, request: fact.body.request }
      : ({ purpose: 'answer', request: '' } as const);
  const nothing = { proved: null, server: null, why: null, found: null, filed: null, again: 0 } as const;
  const nobody = { missed: [], delivered: [], delayed: [] };
  return { ...rest, ...about, ...nothing, ...nobody, state: toPost ? 'toPost' : 'unknown', at, by, desk };
}

const union = (list: readonly number[], more: readonly number[]): number[] => [...new Set([...list, ...more])];

/** It came back from some: those known already change nothing, two desks may read the same report. */
function bounced(letter: SentLetter, missed: SentLetter['missed']): Partial<SentLetter> {
  const known = new Set(letter.proved === 'bounced' ? letter.missed.map(({ recipient }) => recipient) : []);
  const fresh = missed.filter(({ recipient }) => !known.has(recipient));
  if (fresh.length === 0) return {};
  const before = letter.missed.filter(({ recipient }) => !fresh.some((one) => one.recipient === recipient));
  return { proved: 'bounced', why: null, missed: [...before, ...fresh] };
}

/** What the server proved; `undefined` for any other fact. */
function provedBy(fact: LetterFact, letter: SentLetter): Partial<SentLetter> | undefined {
  switch (fact.type) {
    case 'letter.accepted':
      return { proved: 'accepted', server: fact.body.server, why: null, missed: [] };
    case 'letter.partlyAccepted':
      return { proved: 'partial', server: fact.body.server, why: null, missed: fact.body.missed };
    case 'letter.refused':
      return { proved: 'refused', why: fact.body.why };
    case 'letter.uncertain':
      return { proved: 'uncertain', why: null };
    case 'letter.found':
      return letter.proved === 'uncertain' ? { proved: 'accepted', found: fact.body.where, why: null } : {};
    case 'letter.bounced':
      return bounced(letter, fact.body.missed);
    case 'letter.delivered': {
      const delivered = union(letter.delivered, fact.body.recipients);
      const isWhole = delivered.length >= fact.body.of && letter.proved !== 'bounced' && letter.proved !== 'partial';
      return { delivered, ...(isWhole ? { proved: 'delivered' as const } : {}) };
    }
    case 'letter.resent':
      return { proved: 'resending', again: letter.again + 1 };
    default:
      return undefined;
  }
}

const TAKEN_BACK = {
  'letter.postUndone': 'posted',
  'letter.kept': 'dropped',
  'letter.arrivedUndone': 'arrived',
} as const;

/** What is proved afterwards does not bring back a letter of which a person said that it is not needed. */
const stateAfter = ({ state, again }: SentLetter, proved: NonNullable<SentLetter['proved']>): SentLetter['state'] =>
  state === 'dropped' && again === 0 && (proved === 'bounced' || proved === 'delivered') ? state : proved;

function apply(letter: SentLetter, fact: LetterFact): SentLetter {
  const { at, actor: by, type } = fact;
  const proved = provedBy(fact, letter);
  if (proved?.proved) return { ...letter, ...proved, state: stateAfter(letter, proved.proved), at, by };
  if (proved) return { ...letter, ...proved };
  if (type === 'letter.delayed') return { ...letter, delayed: union(letter.delayed, fact.body.recipients) };
  if (type === 'letter.filed') return { ...letter, filed: { folder: fact.body.folder, why: null } };
  if (type === 'letter.notFiled') return { ...letter, filed: { folder: null, why: fact.body.why } };
  // Sent is sent, whatever another desk that did not know of it said meanwhile.
  if (type === 'letter.posted') return { ...letter, state: 'posted', at, by };
  if (type === 'letter.arrived') return letter.proved === null ? letter : { ...letter, state: 'arrived', at, by };
  if (type === 'letter.dropped')
    return letter.state === 'posted' || letter.state === 'arrived' ? letter : { ...letter, state: 'dropped', at, by };
  if (type !== 'letter.postUndone' && type !== 'letter.kept' && type !== 'letter.arrivedUndone') return letter;
  return letter.state === TAKEN_BACK[type] ? { ...letter, state: letter.proved ?? 'toPost', at, by } : letter;
}

/** The letter that a set of facts tells, or `undefined` before it was written. */
export function foldLetter(facts: readonly Fact[]): SentLetter | undefined {
  return foldFacts<SentLetter | undefined>(facts, undefined, (letter, raw) => {
    const fact = readLetterFact(raw);
    if (!fact) return letter;
    if (letter) return apply(letter, fact);
    return fact.type === 'letter.sent' || fact.type === 'letter.answerSent' ? written(fact) : undefined;
  });
}
