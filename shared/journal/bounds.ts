/**
 * What no honest desk ever writes. A fact beyond these bounds is refused where it arrives, whoever signed it, and never
 * written here. They depend on nothing but the fact, so that every desk refuses the same ones. The app's own texts end at
 * 65,536 characters and its bodies nest a handful of levels: there is room for whatever it grows into.
 */

/** Levels of objects and lists in a body; SQLite reads 1,000, and a program follows some thousands. */
export const MOST_DEPTH = 32;
/** UTF-16 units of one text in a body, or of the name of a field. */
export const MOST_TEXT_LENGTH = 262_144;
/** Items of one list, or fields of one object, in a body. */
export const MOST_ITEMS = 20_000;
/** Bytes of one fact in a segment. */
export const MOST_FACT_BYTES = 4 * 1024 * 1024;
/** The name of a segment has nine digits for a position. */
export const MOST_POSITION = 999_999_999;
/**
 * The version a fact may claim while what it is based on has not arrived; it counts for no more in the fold. Then it takes
 * its place after its base.
 */
export const MOST_UNPROVED_VERSION = 1_000_000;
/** No fact of an honest desk reaches it: it has one version more than what it saw, which the fold holds far below. */
export const MOST_VERSION = 2 * MOST_UNPROVED_VERSION;
