import { z } from 'zod';
import { type Day, sayDay } from '#shared/kernel/day.ts';

const DOMAIN = 'comune.valdombra.example';

/** Address of a mailbox of the invented town. */
export const mailboxOf = (name: string): string => `${name}@${DOMAIN}`;
/** Address of a news item of the invented town. */
export const newsOf = (slug: string): string => `https://www.${DOMAIN}/novita/${slug}`;

const PLACES: readonly (readonly [place: RegExp, fill: (name: string) => string])[] = [
  [/^(\d{4}-\d\d-\d\d)$/, sayDay],
  [/^\^(\d{4}-\d\d-\d\d)$/, (day) => sayDay(day).replace(/^./, (letter) => letter.toUpperCase())],
  [/^notizia:(.+)$/, newsOf],
  [/^casella:(.+)$/, mailboxOf],
];

/**
 * The text with its places filled: `{2026-11-09}` a day in words (`{^2026-11-09}` at the beginning of a sentence),
 * `{notizia:slug}` the address of a news item, `{casella:nome}` that of a mailbox. Throws at a place it does not know.
 */
export const fillPlaces = (text: string): string =>
  text.replace(/\{([^{}]*)\}/g, (place, inside: string) => {
    for (const [pattern, fill] of PLACES) {
      const name = pattern.exec(inside)?.[1];
      if (name !== undefined) return fill(name);
    }
    throw new Error(`Segnaposto sconosciuto in electron/demo/data: ${place}.`);
  });

/** A text of `electron/demo/data`, its places filled. */
export const proseSchema = z.string().transform(fillPlaces);
/** When something happens on the clocks of Rome. */
export const momentSchema = z.tuple([z.iso.date(), z.string().regex(/^\d\d:\d\d$/)]);
export type Moment = readonly [day: Day, time: string];
