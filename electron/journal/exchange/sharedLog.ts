/**
 * The one seam between the desks (design A of the journal): what any shared place must be able to do. A folder on a
 * network drive is the first implementation; a database could be another. No word depends on it.
 *
 * Every function rejects with an error that carries a `code` as Node's file errors do (`ENOENT`, `EBUSY`, …): the place
 * is away, busy, full or read-only, never damaged data, which is told in values.
 */

/** The space all desks of a municipality share, as its marker tells. */
export interface Space {
  readonly id: string;
  /** Format of the space; a newer one than the app knows is only read. */
  readonly format: number;
  /** The desk that founded it, trusted without anybody's word. */
  readonly founder: { readonly dev: string; readonly key: string };
}

/** What opening found. */
export type Opened =
  | { readonly state: 'ready'; readonly space: Space; readonly quality: ShareQuality; readonly location: ShareLocation }
  /** The place is there and empty of a register: only a person may found one. */
  | { readonly state: 'unfounded'; readonly location: ShareLocation }
  /** The marker cannot be read, or there are segments and no marker: a person decides. */
  | { readonly state: 'illegible'; readonly location: ShareLocation };

/** Whether the place keeps what the design needs: exclusive creation, and the right to write. */
export type ShareQuality = 'good' | 'weak-exclusive' | 'read-only';

/** Where the configured path led (P4). */
export interface ShareLocation {
  /** Absolute path of the folder of the space, which may not exist yet. */
  readonly path: string;
  /** The path was found only without the space before a name: say so. */
  readonly withoutSpace: boolean;
}

/** One published segment: its author, its name (which carries range and hash), its bytes. */
export interface SegmentRef {
  readonly dev: string;
  readonly name: string;
  /** Its size when it was first seen: a published segment never changes. */
  readonly bytes: number;
  /** When it was written, by the clock of the place, as it was first seen; absent where the place does not tell. */
  readonly writtenAt?: number;
}

/** Everything that lies in the shared place besides claims. */
export interface Listing {
  readonly segments: readonly SegmentRef[];
  /** Things that are not ours: conflict copies, system files. Reported, never touched. */
  readonly foreign: readonly string[];
  /** Names of the heartbeats, one of each desk that is there: `<dev>-<stamp>`. */
  readonly heartbeats: readonly string[];
  /** Segments that are there and were too many to be measured at this look: their turn comes at the next ones. */
  readonly unmeasured: readonly Pick<SegmentRef, 'dev' | 'name'>[];
  /** Desks whose files could not be looked at now, or had to wait for the next look: nothing is known to be missing there. */
  readonly unseen: readonly string[];
}

/** A claim by exclusive creation: `num-2026/000123`, `presa/<request>-<round>`, `invio/<job>-<round>`. */
export interface ClaimName {
  readonly kind: string;
  readonly key: string;
}

/** Who claims what; `nonce` tells one's own claim after a crash. */
export interface ClaimBody {
  readonly ent: string;
  readonly dev: string;
  readonly nonce: string;
  readonly hlc: string;
}

/** What stands in the place of a claim: nothing, a claim, or something that cannot be read (torn: burnt for ever). */
export type ClaimFound =
  | { readonly state: 'free' }
  | { readonly state: 'taken'; readonly by: ClaimBody }
  | { readonly state: 'illegible' };

export interface SharedLog {
  /** With `only look` nothing is written to find out how good the place is: it is told as `good`. */
  readonly open: (how?: 'only look') => Promise<Opened>;
  /** Writes the marker of a new space, once; `false` when another desk was quicker. */
  readonly found: (space: Space) => Promise<boolean>;
  /**
   * Everything there is, at one look of bounded work; the `desks` named are looked at each time, the others may have to
   * wait for their turn when there are more than an office has.
   */
  readonly list: (desks?: readonly string[]) => Promise<Listing>;
  /** The bytes of a segment; rejects with `EFBIG` above the limit, `ENOENT` when its author merged it meanwhile. */
  readonly read: (segment: SegmentRef) => Promise<Uint8Array>;
  /**
   * Publishes a segment of one's own under its name; when it returns, the segment is whole in the shared place.
   * Publishing it again changes nothing, or puts it right where it was damaged. Answers with the time the place wrote
   * it, in milliseconds since 1970.
   */
  readonly append: (dev: string, name: string, bytes: Uint8Array) => Promise<number>;
  /** Removes a segment of one's own that a bigger one holds. */
  readonly remove: (dev: string, name: string) => Promise<void>;
  /** Claims by exclusive creation: `true` when it did not exist. */
  readonly claim: (name: ClaimName, body: ClaimBody) => Promise<boolean>;
  readonly readClaim: (name: ClaimName) => Promise<ClaimFound>;
  /** The keys claimed of one kind, in order; those the place cannot hold as they are (long, upper case) as it spells them. */
  readonly claims: (kind: string) => Promise<readonly string[]>;
  /**
   * Puts bytes beside the journal by their hash, which the taker checks; taking them again answers with `undefined` when
   * nobody put them.
   */
  readonly putBlob: (dev: string, hash: string, bytes: Uint8Array) => Promise<void>;
  readonly getBlob: (dev: string, hash: string) => Promise<Uint8Array | undefined>;
  /** Leaves a heartbeat in place of the one left before; answers with the time the place wrote it, as `append` does. */
  readonly heartbeat: (dev: string, stamp: string, content: string) => Promise<number>;
  readonly readHeartbeat: (name: string) => Promise<string>;
  /**
   * Calls `hint` when something may have changed; only a hint, polling is the truth. Returns how to stop. A place may give
   * no hints at all: a folder gives none, by choice (decision 0007).
   */
  readonly watch: (hint: () => void) => () => void;
  readonly close: () => void;
}
