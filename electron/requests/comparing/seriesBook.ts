import type { RegisterStore } from '#electron/register/store.ts';
import type { RequestInSeries, RequestStore } from '#electron/requests/store.ts';
import { entryNumber } from '#shared/register/entry.ts';
import type { Series } from '#shared/register/series.ts';
import { type KnownSeries, knownSeries, type SeriesMember } from '#shared/requests/series.ts';
import type { NoticeBook } from './noticeIndex.ts';

export interface SeriesSources {
  readonly requests: RequestStore;
  readonly register: RegisterStore;
  readonly notices: Pick<NoticeBook, 'find'>;
}

/** Every series of the register, of the queue and of the requests (P15), with what was joined to them by comparing. */
export function readSeries({ requests, register, notices }: SeriesSources): readonly KnownSeries[] {
  const asMember = (id: string, index: number | null, series: Series): readonly SeriesMember[] => {
    const notice = notices.find(id);
    if (!notice) return [];
    const { kind, number, title, when } = notice;
    if (kind === 'forwarded' || kind === 'asked') {
      return [{ id, kind: 'request', index, number, title, when: null, series }];
    }
    return [{ id, kind, index, number, title, when, series }];
  };
  const sent = register.inSeries().map((entry): SeriesMember => {
    const { id, title, sentAt: when, series } = entry;
    return { id, kind: 'sent', index: series.index, number: entryNumber(entry), title, when, series };
  });
  const isSent = new Set(sent.map(({ id }) => id));
  const ofRequest = ({ id, title, state, series, comparisons }: RequestInSeries): readonly SeriesMember[] => {
    if (!series) return [];
    const joined = comparisons.flatMap((one) => (one.verdict === 'serie' ? asMember(one.with, null, series) : []));
    if (state === 'closed' || isSent.has(id)) return joined;
    const queued = asMember(id, series.index, series);
    if (queued.length > 0) return [...queued, ...joined];
    return [{ id, kind: 'request', index: series.index, number: null, title, when: null, series }, ...joined];
  };
  return knownSeries([...sent, ...requests.inSeries().flatMap(ofRequest)]);
}
