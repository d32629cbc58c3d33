import { sayDay } from '#shared/kernel/day.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Figures } from '#shared/report/figures/figures.ts';
import type { Peak } from '#shared/report/figures/pressure.ts';
import type { OnTime, TimedPhase } from '#shared/report/figures/timeliness.ts';
import { figuresOfMoment, sayDuration, sayShare } from '#shared/report/words.ts';
import { figures, labels, table, texts } from '#shared/text/document/blocks.ts';
import type { DocumentBlock } from '#shared/text/document/document.ts';

const PHASES: Readonly<Record<TimedPhase, string>> = { intake: 'presa in carico', approval: 'approvazione' };

/** How many notices the citizens should get at most in a window of days; null where no limit was set (P16). */
export type PressureLimits = Readonly<Record<number, number | null>>;

/** Times of intake and approval (P26, P30), now and two months before. */
export function timesBlocks({ timeliness, timelinessBefore }: Figures): DocumentBlock[] {
  const row = (name: string, now: OnTime, before: OnTime): string[] => [
    name,
    `${now.onTime} su ${now.measured}`,
    sayShare(now.onTime, now.measured),
    sayShare(before.onTime, before.measured),
  ];
  return [
    table(
      'Entro un giorno lavorativo',
      [texts('Passaggio'), figures('In tempo'), figures('Quota'), figures('Due mesi prima')],
      [
        row('Presa in carico e inoltro', timeliness.intake, timelinessBefore.intake),
        row('Approvazione e richiesta di invio', timeliness.approval, timelinessBefore.approval),
        row('Avvisi con ogni passaggio in tempo', timeliness.notices, timelinessBefore.notices),
      ],
      'Nessun passaggio da misurare.',
    ),
    table(
      'Avvisi in ritardo',
      [
        labels('Numero'),
        texts('Avviso', 2),
        labels('Passaggio'),
        figures('Dovuto'),
        figures('Fatto'),
        figures('Ritardo di servizio'),
      ],
      timeliness.late.map(({ number, title, phase, due, done, late }) => [
        number,
        title,
        PHASES[phase],
        figuresOfMoment(due),
        figuresOfMoment(done),
        sayDuration(late),
      ]),
      'Nessun avviso in ritardo.',
    ),
  ];
}

function sayPressure({ windowDays, highest, on }: Peak, limits: PressureLimits): string {
  if (on === null) return 'nessun avviso';
  const limit = limits[windowDays] ?? null;
  const against =
    limit === null ? '' : highest > limit ? `, oltre la soglia di ${limit}` : `, soglia ${limit} mai superata`;
  return `${plural(highest, 'avviso', 'avvisi')} fino a ${sayDay(on)}${against}`;
}

/** How heavily the notices weighed on the citizens (P16). */
export function pressureBlocks({ pressure }: Figures, limits: PressureLimits): DocumentBlock[] {
  const items = pressure.map((one) => ({
    label: `Nei ${one.windowDays} giorni più carichi`,
    value: sayPressure(one, limits),
  }));
  return [{ kind: 'facts', items }];
}

/** Texts the contractor did not send as approved (P36), word by word. */
export function changedTextsBlocks({ changedTexts }: Figures): DocumentBlock[] {
  return [
    {
      kind: 'texts',
      legend:
        'È barrato quello che era approvato e non è stato inviato, sottolineato quello che è stato inviato e non era approvato.',
      items: changedTexts.map(({ number, title, parts }) => ({
        title: `n. ${number}, ${title}`,
        parts: [...parts],
        note: '',
      })),
      empty: 'Tutti i testi sono stati inviati come erano approvati.',
    },
  ];
}
