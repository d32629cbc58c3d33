import type { Calendar } from '#shared/kernel/workdays.ts';
import type { RegisterRow } from '#shared/report/figures/rows.ts';

/** Monday to Friday in two halves, Saturday morning: a desk of an invented town. */
export const CALENDAR: Calendar = {
  patron: '06-13',
  closed: [],
  hours: [
    [],
    ...Array.from({ length: 5 }, () => [
      { from: '08:30', to: '12:30' },
      { from: '15:00', to: '17:30' },
    ]),
    [],
  ],
};

/** A row of the register that was sent in time, with the fields a test cares about. */
export function registerRow(fields: Partial<RegisterRow>): RegisterRow {
  return {
    number: '2026/0001',
    day: '2026-01-14',
    time: '10:00',
    title: 'Interruzione dell’acqua in via Euganea',
    office: 'Lavori pubblici',
    category: 'Servizi e scadenze',
    route: 'gruppo operativo',
    approvedText: 'Mercoledì 14 gennaio manca l’acqua in via Euganea.',
    text: 'Mercoledì 14 gennaio manca l’acqua in via Euganea.',
    link: 'https://www.comune.valdombra.example/novita/acqua',
    recipients: 3120,
    urgent: false,
    receivedAt: '2026-01-12T08:00:00.000Z',
    forwardedAt: '2026-01-12T10:00:00.000Z',
    approvedAt: '2026-01-13T09:00:00.000Z',
    waits: [],
    ...fields,
  };
}
