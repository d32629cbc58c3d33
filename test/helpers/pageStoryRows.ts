/** What happens to the page of a sending, and what the contractor writes of it, in words. */
import { THE_APP } from '#shared/journal/fact.ts';
import { queueFact } from '#shared/queue/facts.ts';
import type { StoryRow } from './storyRows.ts';

const SEEN = {
  mark: { hash: '0'.repeat(64), days: [], on: '2026-03-02' },
  title: 'Via Roma',
  says: { days: [], places: [] },
};

const TOLD = { mail: 'm9', sentAt: '2026-03-04T09:15:00.000Z', recipients: 1240, words: 'Inviato.', among: 1 };

export const PAGE_ROWS: readonly StoryRow[] = [
  [
    THE_APP,
    queueFact('job.sendingTold', 'job/r1', TOLD),
    'L’app ha letto una e-mail della ditta: dice che questo avviso è partito mercoledì 4 marzo alle 10:15 per 1.240 persone.',
  ],
  [
    'marta',
    queueFact('job.sendingToldOfAnother', 'job/r1', { mail: 'm9' }),
    'Marta Bellin ha confermato un altro invio con quella e-mail della ditta.',
  ],
  [
    THE_APP,
    queueFact('job.pageKept', 'job/r1', { round: 1, page: SEEN }),
    'L’app ha tenuto com’era la pagina della notizia all’approvazione.',
  ],
  [
    THE_APP,
    queueFact('job.pageKept', 'job/r1', { round: 1, page: null }),
    'L’app non può confrontare la pagina della notizia: cambia da sola a ogni sguardo, o dice troppo poco.',
  ],
  [
    THE_APP,
    queueFact('job.pageHeld', 'job/r1', { round: 1, page: SEEN }),
    'L’app ha fermato l’invio, perché dopo l’approvazione la pagina della notizia è cambiata.',
  ],
  [
    THE_APP,
    queueFact('job.pageHeld', 'job/r1', { round: 1, page: null }),
    'L’app ha fermato l’invio, perché dopo l’approvazione la pagina della notizia non si apre più.',
  ],
  [
    'marta',
    queueFact('job.pageSettled', 'job/r1', { page: SEEN }),
    'Marta Bellin ha guardato la pagina della notizia: l’avviso va bene così.',
  ],
  [
    THE_APP,
    queueFact('job.pageSettled', 'job/r1', { page: null }),
    'L’app ha trovato di nuovo la pagina della notizia com’era.',
  ],
  [
    THE_APP,
    queueFact('job.pageLost', 'job/r1', {}),
    'L’app non trova più la pagina della notizia di questo avviso, ancora attuale.',
  ],
];
