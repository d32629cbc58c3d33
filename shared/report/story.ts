import { because, dayIn, idIn, quoted, tellerOf } from '#shared/journal/story.ts';
import { daySchema, timeSchema } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { numbered } from '#shared/register/story.ts';
import type { Decision } from './choices.ts';
import { reportFacts } from './facts.ts';
import { sayPeriod } from './period.ts';

const ofPeriod = (ent: string): string => `di ${sayPeriod(idIn(ent))}`;

/** A row of the statement by the day and time its key begins with: ` di martedì 3 marzo alle 09:00`. */
function ofRow(key: string, at: Instant): string {
  const [day, time] = key.split('|');
  if (!daySchema.safeParse(day).success) return '';
  return ` di ${dayIn(day ?? '', at)}${timeSchema.safeParse(time).success ? ` alle ${time}` : ''}`;
}

const aboutWhat = (about: Decision['about'], at: Instant): string =>
  'register' in about ? `l’${numbered(about.register)}` : `la riga del rendiconto${ofRow(about.statement, at)}`;

/** What stands before `aboutWhat`: «sul» becomes «sull’avviso», «sulla riga». */
const OUTCOMES: Readonly<Record<Decision['outcome'], string>> = {
  accepted: 'ha accettato la differenza sul',
  contested: 'ha deciso di contestare la differenza sul',
  'added to the register': 'ha aggiunto al registro ',
};

/** What can happen to the report of two months, in words. */
export const reportStory = tellerOf(reportFacts, {
  'period.statementRead': ({ actor, ent, body }, { person }) => {
    const byHand = body.map === null ? '' : ', scegliendo le colonne a mano';
    return `${person(actor)} ha caricato il rendiconto della ditta ${ofPeriod(ent)}${byHand}`;
  },
  'period.paired': ({ actor, at, body }, { person }) => {
    const same = body.kind === 'same' ? 'sono lo stesso invio' : 'non sono lo stesso invio';
    return `${person(actor)} ha deciso che l’${numbered(body.register)} e la riga del rendiconto${ofRow(body.statement, at)} ${same}`;
  },
  'period.unpaired': ({ actor, at, body }, { person }) =>
    `${person(actor)} ha tolto la scelta fatta sull’${numbered(body.register)} e sulla riga del rendiconto${ofRow(body.statement, at)}`,
  'period.decided': ({ actor, at, body }, { person }) =>
    `${person(actor)} ${OUTCOMES[body.outcome]}${aboutWhat(body.about, at)}${because(body.note)}`,
  'period.reopened': ({ actor, at, body }, { person }) =>
    `${person(actor)} ha riaperto la decisione sul${aboutWhat(body.about, at)}`,
  'period.invoiceRead': ({ actor, ent }, { person }) =>
    `${person(actor)} ha caricato la fattura della ditta ${ofPeriod(ent)}`,
  'period.assigned': ({ actor, at, body }, { person }) => {
    const { assigned, delivered } = body;
    const given = assigned === null ? 'assegnazione da scrivere' : `assegnazione ${dayIn(assigned, at)}`;
    const come = delivered === null ? 'consegna da scrivere' : `consegna ${dayIn(delivered, at)}`;
    return `${person(actor)} ha scritto i giorni della fattura: ${given}, ${come}`;
  },
  'period.concluded': ({ actor, ent, body }, { person }) =>
    `${person(actor)} ha concluso il report ${ofPeriod(ent)}${because(body.title)}, ${quoted(body.text, 100)}`,
});
