import type { Copy } from '#electron/db/copies.ts';
import { checkFile, readFile } from '#electron/db/soundness.ts';
import type { CopyPreview, CopyView } from '#shared/ipc/recovery.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { AsideCopy } from './aside.ts';

const NUMBERS_A_YEAR = 1_000_000;
const DIGITS = 4;
/** The facts alone are asked: every version of the app keeps them in the same form. */
const HELD = `SELECT
  count(DISTINCT CASE WHEN type = 'entry.recorded' THEN ent END) AS notices,
  count(DISTINCT CASE WHEN ent LIKE 'request/%' THEN ent END) AS requests,
  max(at) AS lastFactAt,
  max(CASE WHEN type IN ('entry.numbered', 'entry.renumbered')
    THEN json_extract(body, '$.year') * ${NUMBERS_A_YEAR} + json_extract(body, '$.number') END) AS number
  FROM fact`;

interface Held {
  readonly notices: number;
  readonly requests: number;
  readonly lastFactAt: string | null;
  readonly number: number | null;
}

/** `2026/0204` of a year and a number joined in one. */
const sayNumber = (number: number): string =>
  `${Math.floor(number / NUMBERS_A_YEAR)}/${String(number % NUMBERS_A_YEAR).padStart(DIGITS, '0')}`;

/** What a database holds that nobody has open; problems: those of `storageProblem`, among them `database-damaged`. */
export function previewOf(file: string): Result<CopyPreview, Problem> {
  const read = readFile(file, (database) => database.prepare<[], Held>(HELD).get());
  if (!read.ok) return read;
  const { number = null, ...held } = read.value ?? { notices: 0, requests: 0, lastFactAt: null };
  return ok({ ...held, lastNumber: number === null ? null : sayNumber(number) });
}

/** A copy with what it holds; one that cannot be read whole says so. */
export function viewCopy({ name, path, kind, madeAt, bytes }: Copy | AsideCopy): CopyView {
  const checked = checkFile(path);
  const preview = checked.ok ? previewOf(path) : checked;
  return {
    ...{ name, kind, madeAt, bytes },
    preview: preview.ok ? preview.value : null,
    problem: preview.ok ? null : preview.error,
  };
}
