import { z } from 'zod';
import { writerOf } from '#shared/journal/vocabulary.ts';
import { instantSchema } from '#shared/kernel/instant.ts';

/** What can happen to the desk itself: entity `clock/<dev>`. */
export const serviceFacts = {
  /** A person said that the clock of this desk was right, and what it showed then (P33). */
  'clock.confirmed': z.object({ shows: instantSchema }),
} as const;

export const serviceFact = writerOf(serviceFacts);
