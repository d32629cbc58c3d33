import type { FactTable } from '#electron/journal/factTable.ts';
import type { DeviceKey } from '#shared/journal/devices.ts';
import type { QuarantineReason } from '#shared/journal/quarantine.ts';
import { parseSegmentName } from '#shared/journal/segment.ts';
import type { ExchangeTables } from './exchangeTables.ts';
import type { SegmentRef } from './sharedLog.ts';

export interface ToReadParts {
  readonly facts: FactTable;
  readonly tables: ExchangeTables;
  readonly isTrusted: (desk: DeviceKey) => boolean;
  /** Whether a desk of this name may write in this register, with whatever key. */
  readonly isKnown: (dev: string) => boolean;
}

/** Why a file was set aside when it was looked at, and who signed it. */
export interface Refusal {
  readonly reason: QuarantineReason;
  readonly key: string | null;
  /** Whose computer its signer was before; proved. */
  readonly continues: DeviceKey | undefined;
}
interface Look extends Refusal {
  /** Size and time of the file at that look: with others it is another file. */
  readonly stamp: string;
}

/** The place of a segment in the folder, as people are told it. */
export const pathOf = ({ dev, name }: Pick<SegmentRef, 'dev' | 'name'>): string => `j/${dev}/${name}`;

/** The desk and the name in the place of a segment; of what lies elsewhere the whole path is the name. */
export function placeOf(path: string): Pick<SegmentRef, 'dev' | 'name'> {
  const [root, dev, name] = path.split('/');
  return root === 'j' && dev !== undefined && name !== undefined ? { dev, name } : { dev: '', name: path };
}

/** A file that was torn may heal, and a folder in its place may go; the others are looked at again when the program starts. */
const RETRIED: readonly QuarantineReason[] = ['torn', 'foreign'];
/** So many of them are tried again in one round, in turn. */
const RETRIES_A_ROUND = 50;
/** The first file of a desk nobody let in is opened up to this size: the app's own never get there. */
export const UNKNOWN_BYTES = 10 * 1024 * 1024;
/** Desks nobody let in of which a file is read in one round. */
const STRANGERS_A_ROUND = 20;

const stampOf = ({ bytes, writtenAt }: SegmentRef): string => `${bytes} ${writtenAt ?? ''}`;
const firstOf = ({ name }: SegmentRef): number => parseSegmentName(name)?.first ?? 0;

/**
 * Chooses which segments of a listing are read in a round, and in which order. What was set aside is remembered while the
 * program runs, so that no file is read twice for nothing.
 */
export function toRead({ facts, tables, isTrusted, isKnown }: ToReadParts) {
  const looks = new Map<string, Look>();
  const done = new Set<string>();
  let imported = new Set<string>();
  let retries: ReadonlySet<string> = new Set();
  let lastRetried = '';
  let strangersLeft = 0;

  const lookAt = (ref: SegmentRef): Look | undefined => {
    const look = looks.get(pathOf(ref));
    return look?.stamp === stampOf(ref) ? look : undefined;
  };
  const isLetIn = ({ dev }: SegmentRef, { reason, key, continues }: Look): boolean =>
    reason === 'unknown-desk' &&
    key !== null &&
    (isTrusted({ dev, key }) || (continues !== undefined && isTrusted(continues)));

  /** Whether a file is to be read: never looked at, to be tried again, or let in meanwhile. */
  const isDue = (ref: SegmentRef): boolean => {
    const look = lookAt(ref);
    if (look && isLetIn(ref, look)) return true;
    if (done.has(pathOf(ref))) return false;
    return !look || (RETRIED.includes(look.reason) && retries.has(pathOf(ref)));
  };

  /** Of a desk nobody let in: its first file that may tell who it is, until one has told. */
  const introductionOf = (refs: readonly SegmentRef[]): SegmentRef | undefined => {
    for (const ref of refs.toSorted((a, b) => firstOf(a) - firstOf(b))) {
      if (lookAt(ref)?.reason === 'unknown-desk') return isDue(ref) ? ref : undefined;
      if (ref.bytes <= UNKNOWN_BYTES && isDue(ref)) return ref;
    }
    return undefined;
  };

  const introductions = (byDesk: ReadonlyMap<string, readonly SegmentRef[]>): readonly SegmentRef[] => {
    const chosen: SegmentRef[] = [];
    for (const [dev, refs] of byDesk) {
      if (strangersLeft <= 0) break;
      const first = isKnown(dev) ? undefined : introductionOf(refs);
      if (!first) continue;
      strangersLeft--;
      chosen.push(first);
    }
    return chosen;
  };

  /** The files of a desk of this register, first those that go on where its known facts end. */
  const continuing = (dev: string, refs: readonly SegmentRef[]) => {
    const end = (facts.newestOfDevice(dev)?.seq ?? 0) + 1;
    return refs.filter(isDue).map((ref) => ({ ref, distance: Math.abs(firstOf(ref) - end) }));
  };

  return {
    /** Begins a round over these segments: what was learned of files that are gone is forgotten. */
    begin: (segments: readonly SegmentRef[]): void => {
      const present = new Set(segments.map(pathOf));
      for (const path of looks.keys()) if (!present.has(path)) looks.delete(path);
      done.clear();
      imported = new Set(tables.segments().map(pathOf));
      strangersLeft = STRANGERS_A_ROUND;
      const tried = segments.filter((ref) => RETRIED.includes(lookAt(ref)?.reason ?? 'newer')).map(pathOf);
      tried.sort();
      retries = new Set([...tried.filter((path) => path > lastRetried), ...tried].slice(0, RETRIES_A_ROUND));
      lastRetried = [...retries].at(-1) ?? '';
    },
    /** The segments to be read now: those of the desks of this register, and one of each other desk. */
    next: (segments: readonly SegmentRef[]): readonly SegmentRef[] => {
      const byDesk = Map.groupBy(
        segments.filter((ref) => !imported.has(pathOf(ref))),
        ({ dev }) => dev,
      );
      const own = [...byDesk].flatMap(([dev, refs]) => (isKnown(dev) ? continuing(dev, refs) : []));
      own.sort((a, b) => a.distance - b.distance || firstOf(a.ref) - firstOf(b.ref));
      return [...own.map(({ ref }) => ref), ...introductions(byDesk)];
    },
    /** The segments of desks nobody let in that were not read. */
    unread: (segments: readonly SegmentRef[]): readonly SegmentRef[] => {
      const byDesk = Map.groupBy(segments, ({ dev }) => dev);
      return [...byDesk].flatMap(([dev, refs]) => (isKnown(dev) ? [] : refs.filter((ref) => !lookAt(ref))));
    },
    /** A file was tried in this round: it is not again. */
    tried: (ref: SegmentRef): void => {
      done.add(pathOf(ref));
    },
    /** A file was taken in. */
    taken: (ref: SegmentRef): void => {
      imported.add(pathOf(ref));
    },
    /** A file was set aside as it is now. */
    refused: (ref: SegmentRef, refusal: Refusal): void => {
      looks.set(pathOf(ref), { ...refusal, stamp: stampOf(ref) });
    },
  };
}
