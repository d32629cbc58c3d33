import type { WrittenDate } from '#shared/drafts/style/engine/dates.ts';
import type { Reading } from '#shared/drafts/style/engine/reading.ts';
import type { Hit, Rule } from '#shared/drafts/style/engine/rule.ts';
import { type Day, sayDay } from '#shared/kernel/day.ts';

/** Words after which a past day is right: it started, or it dates something. */
const BACKGROUND = /(?:(?<!\p{L})(?:dal|del|dopo il|scorso|nat[oaie] il)\s|(?:dall|dell)['’])(?:giorno\s+)?$/iu;

interface DatedDay extends WrittenDate {
  readonly day: Day;
}

const hasDay = (written: WrittenDate): written is DatedDay => written.day !== undefined && !written.ofAct;

function pastDays({ masked, dates, context }: Reading): {
  readonly past: readonly DatedDay[];
  readonly others: boolean;
} {
  const days = dates.filter(hasDay);
  const past = days.filter(
    ({ day, from }) => day < context.sendDate && !BACKGROUND.test(masked.slice(Math.max(0, from - 14), from)),
  );
  return { past, others: days.some(({ day }) => day >= context.sendDate) };
}

const hit = (written: DatedDay, sendDate: Day): Hit => ({
  from: written.from,
  to: written.to,
  message: `Il ${sayDay(written.day)} è già passato il giorno dell’invio, ${sayDay(sendDate)}: controlla la data.`,
});

/** D02. All the dates of the notice are over. */
export const pastDate: Rule = {
  id: 'D02',
  title: 'Data già passata il giorno dell’invio',
  severity: 'errore',
  why: 'Un avviso su qualcosa di già passato non serve e fa dubitare degli altri.',
  source: 'Calendario; procedura P11',
  safeFix: false,
  check(reading) {
    const { past, others } = pastDays(reading);
    return others ? [] : past.map((written) => hit(written, reading.context.sendDate));
  },
  examples: {
    bad: ['Mercoledì 11 novembre 2026 chiude la biblioteca.'],
    good: [
      'Mercoledì 25 novembre 2026 chiude la biblioteca.',
      'Dal 2 novembre si applica l’ordinanza n. 43 del 27 maggio 2026.',
    ],
  },
};

/** D16. A past date beside one still to come: often right, sometimes a slip. */
export const onePastDate: Rule = {
  id: 'D16',
  title: 'Una delle date è già passata',
  severity: 'avviso',
  why: 'Tra più date una già passata è spesso rimasta da un testo vecchio.',
  source: 'Calendario',
  safeFix: false,
  check(reading) {
    const { past, others } = pastDays(reading);
    return others ? past.map((written) => hit(written, reading.context.sendDate)) : [];
  },
  examples: {
    bad: ['Incontri l’11 novembre e il 25 novembre in biblioteca.'],
    good: ['Incontri il 25 novembre e il 2 dicembre in biblioteca.'],
  },
};
