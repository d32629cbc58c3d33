/** One notice and one row, enough for every sending and every number of a simulated town. */
import type { QueuedText } from '#shared/queue/facts.ts';
import type { EntryBody } from '#shared/register/facts.ts';
import { ROAD_WORKS } from '../helpers/facts.ts';

const AT = '2026-03-03T09:00:00.000Z';
const WRITTEN = { text: ROAD_WORKS.text, hash: 'h1', by: 'marta', at: AT };

export const NOTICE: QueuedText = {
  title: ROAD_WORKS.title,
  text: ROAD_WORKS.text,
  hash: 'h1',
  link: null,
  office: null,
  category: null,
  reason: null,
  requestedDate: null,
};

export const ROW: EntryBody = {
  ...{ title: ROAD_WORKS.title, office: null, category: null, reason: null, link: null },
  ...{
    route: 'cartella della ditta',
    requestedDate: null,
    plannedFor: AT,
    sentAt: AT,
    receivedAt: AT,
    forwardedAt: null,
  },
  ...{ recipients: null, asked: ROAD_WORKS.text, deviations: [] },
  rewritten: WRITTEN,
  approved: WRITTEN,
  sent: WRITTEN,
};
