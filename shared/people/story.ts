import { because, dayIn, idIn, listed, oneLine, quoted, sayConflictResolved, tellerOf } from '#shared/journal/story.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { PHASE_WORDS, sayAbsence } from './absences.ts';
import { bindingFacts } from './bindings.ts';
import { peopleFacts } from './facts.ts';
import { noteFacts } from './notes/facts.ts';
import { PHASES } from './person.ts';
import { pinFacts } from './pin.ts';
import { senderFacts } from './profile/directory.ts';
import { fieldOf, profileFacts } from './profile/facts.ts';
import { FIELD_WORDS } from './profile/fieldWords.ts';

const ORDER_LENGTH = 120;

/** To what people are bound, in words. */
export const bindingStory = tellerOf(bindingFacts, {
  'binding.set': ({ actor, body }, { person, desk }) => {
    const places = [
      ...body.desks.map((dev) => `la postazione ${desk(dev)}`),
      ...body.accounts.map((one) => `l’account ${quoted(one)}`),
    ];
    return places.length === 0
      ? `${person(actor)} ha scritto che ${person(body.person)} decide da qualunque postazione`
      : `${person(actor)} ha scritto da dove decide ${person(body.person)}: ${listed(places)}`;
  },
});

/** The PINs of the heads, in words. */
export const pinStory = tellerOf(pinFacts, {
  'pin.set': ({ actor, body }, { person }) =>
    body.person === actor
      ? `${person(actor)} ha scelto un PIN per approvare`
      : `${person(actor)} ha scritto un PIN per le approvazioni di ${person(body.person)}`,
  'pin.removed': ({ actor, body }, { person }) =>
    body.person === actor
      ? `${person(actor)} ha tolto il suo PIN per approvare`
      : `${person(actor)} ha tolto il PIN di ${person(body.person)}`,
});

/** `intake-2026-12-07` in words. */
function sayPlan(ent: string, at: Instant): string {
  const [phase = '', ...day] = idIn(ent).split('-');
  const words = PHASES.find((one) => one === phase);
  return `${words ? PHASE_WORDS[words] : phase} da ${dayIn(day.join('-'), at)}`;
}

/** What can happen to people, in words; an absence has days, never a reason (P3). */
export const peopleStory = tellerOf(peopleFacts, {
  'person.set': ({ actor, body }, { person }) =>
    `${person(actor)} ha scritto la scheda di ${person(body.id)}${sayConflictResolved(body)}: ${listed(body.roles)}`,
  'person.removed': ({ actor, ent, body }, { person }) =>
    `${person(actor)} ha tolto ${person(idIn(ent))} dal gruppo${sayConflictResolved(body)}`,
  'chain.set': ({ actor, body }, { person }) => {
    const order = oneLine(body.people.map(person).join(', poi ') || 'nessuno', ORDER_LENGTH);
    return `${person(actor)} ha scritto in che ordine le persone possono ${PHASE_WORDS[body.phase]}${sayConflictResolved(body)}: ${order}`;
  },
  'chain.planned': ({ actor, at, body }, { person }) => {
    const order = oneLine(body.people.map(person).join(', poi ') || 'nessuno', ORDER_LENGTH);
    return `${person(actor)} ha scritto in che ordine le persone possono ${PHASE_WORDS[body.phase]} da ${dayIn(body.from, at)}${sayConflictResolved(body)}: ${order}`;
  },
  'chain.planRemoved': ({ actor, at, ent, body }, { person }) =>
    `${person(actor)} ha tolto l’ordine di chi può ${sayPlan(ent, at)}${sayConflictResolved(body)}`,
  'absence.set': ({ actor, body }, { person }) => {
    const whose = body.person === actor ? 'la propria assenza' : `l’assenza di ${person(body.person)}`;
    return `${person(actor)} ha segnato ${whose}${sayConflictResolved(body)}: ${sayAbsence(body)}`;
  },
  'absence.removed': ({ actor, body }, { person }) =>
    `${person(actor)} ha tolto un’assenza dall’elenco${sayConflictResolved(body)}`,
  'escalation.set': ({ actor, body }, { person }) =>
    `${person(actor)} ha scritto chi chiamare quando non c’è nessuno${sayConflictResolved(body)}${because(`${body.name}, ${body.reach}`)}`,
});

/** `«Orari e chiusure»`. */
function datum(ent: string): string {
  const field = fieldOf(ent);
  return field ? `«${FIELD_WORDS[field].label}»` : 'un dato del Comune';
}

/** What can happen to the data of the municipality, in words (P4). */
export const profileStory = tellerOf(profileFacts, {
  'profile.set': ({ actor, ent, body }, { person }) =>
    `${person(actor)} ha scritto nei dati del Comune ${datum(ent)}${sayConflictResolved(body)}`,
  'profile.confirmed': ({ actor, ent, body }, { person }) =>
    `${person(actor)} ha segnato come confermato dal Comune ${datum(ent)}${body.how === null ? '' : because(body.how)}`,
});

/** What can happen to the notes between colleagues, in words: that one was written and read, never what it says (P28). */
export const noteStory = tellerOf(noteFacts, {
  'note.written': ({ actor, body }, { person }) =>
    `${person(actor)} ha scritto una nota interna per ${body.to.length === 0 ? 'tutti' : oneLine(listed(body.to.map(person)), ORDER_LENGTH)}`,
  'note.read': ({ actor }, { person }) => `${person(actor)} ha letto la nota interna`,
});

/** What can happen to those who may ask (P13), in words: who it is stands on the list, never in the story. */
export const senderStory = tellerOf(senderFacts, {
  'sender.set': ({ actor, body }, { person }) =>
    body.confirmed
      ? `${person(actor)} ha scritto che un mittente può chiedere${sayConflictResolved(body)}`
      : `${person(actor)} ha messo in elenco un mittente da verificare${sayConflictResolved(body)}`,
  'sender.removed': ({ actor, body }, { person }) =>
    `${person(actor)} ha tolto un mittente dall’elenco di chi può chiedere${sayConflictResolved(body)}`,
});
