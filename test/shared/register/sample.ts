import { sha256 } from '#electron/journal/journal.ts';
import type { EntryBody } from '#shared/register/facts.ts';
import { ROAD_WORKS } from '../../helpers/facts.ts';

const version = { text: ROAD_WORKS.text, hash: sha256(ROAD_WORKS.text) };

/** The row of the road works, sent on Thursday 5 March 2026 at 8:41 in Rome. */
export const BODY: EntryBody = {
  title: ROAD_WORKS.title,
  office: 'Lavori pubblici',
  category: 'Viabilità',
  reason: 'servizio',
  link: ROAD_WORKS.link,
  route: 'cartella della ditta',
  requestedDate: '2026-03-05',
  plannedFor: '2026-03-05T07:30:00.000Z',
  sentAt: '2026-03-05T07:41:00.000Z',
  receivedAt: '2026-03-02T08:00:00.000Z',
  forwardedAt: '2026-03-02T10:20:00.000Z',
  recipients: 1_204,
  asked: ROAD_WORKS.text,
  rewritten: { ...version, by: 'marta', at: '2026-03-02T10:20:00.000Z' },
  approved: { ...version, by: 'ornella', at: '2026-03-03T09:05:00.000Z' },
  sent: { ...version, by: 'marta', at: '2026-03-05T07:41:00.000Z' },
  deviations: [],
};
