import type { App } from '#electron/app.ts';
import { type Instant, instantAt } from '#shared/kernel/instant.ts';
import { act } from './procedure.ts';

/** Something that happens in the invented town without an e-mail. */
export interface TownEvent {
  readonly moment: Instant;
  readonly name: string;
  readonly run: (app: App) => Promise<void>;
}

const ALERT = 'Allerta meteo rossa';

/** The head away for three days, an emergency on a Sunday evening and its regularising, a notice taken back (P3, P34, P18). */
export const TOWN_EVENTS: readonly TownEvent[] = [
  {
    moment: instantAt('2026-11-09', '08:40'),
    name: 'Ornella Vidal segna un’assenza',
    run: async (app) => {
      await act(app, 'people.setAbsence', { id: null, person: 'ornella', from: '2026-12-09', to: '2026-12-11' });
    },
  },
  {
    moment: instantAt('2026-11-22', '22:00'),
    name: 'Domenica sera: allerta meteo',
    run: async (app) => {
      await act(app, 'people.actAs', { id: 'luca' });
      await act(app, 'queue.emergency', {
        title: ALERT,
        text: `${ALERT}\n\nDalle 23 di domenica 22 novembre resta in casa: piogge forti e vento. Non usare le strade di via Verdi e via dei Tigli.`,
        link: null,
        authoriser: 'La sindaca, per telefono',
        why: 'Piena annunciata dalla Protezione civile',
        route: 'cartella della ditta',
      });
    },
  },
  {
    moment: instantAt('2026-11-23', '08:45'),
    name: 'Ornella Vidal regolarizza l’emergenza',
    run: async (app) => {
      await act(app, 'people.actAs', { id: 'ornella' });
      const [emergency] = (await act(app, 'register.list', { from: null, to: null })).filter((row) => row.emergency);
      if (emergency)
        await act(app, 'queue.regularise', { id: emergency.id, note: 'Verificata con la Protezione civile.' });
    },
  },
  {
    moment: instantAt('2026-11-24', '12:20'),
    name: 'I Servizi sociali ritirano la gita',
    run: async (app) => {
      await act(app, 'people.actAs', { id: 'marta' });
      const { rows } = await act(app, 'requests.decided', { text: 'Gita ai mercatini di Natale', limit: 1 });
      const [trip] = rows;
      if (trip) {
        await act(app, 'queue.withdraw', { id: trip.id, why: 'L’ufficio ha ritirato la richiesta.' });
      }
    },
  },
];
