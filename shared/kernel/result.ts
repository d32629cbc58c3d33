/** The outcome of a use-case. Never thrown across a process boundary, where Electron keeps only `message`. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** A success carrying `value`. */
export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

/** The outcome with its value changed; a failure stays as it is. */
export const map = <Value, Changed, Failure>(
  result: Result<Value, Failure>,
  change: (value: Value) => Changed,
): Result<Changed, Failure> => (result.ok ? ok(change(result.value)) : result);

/** An expected failure carrying `error`. */
export const err = <Failure>(error: Failure): Result<never, Failure> => ({ ok: false, error });
