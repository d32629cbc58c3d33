/** Marks the impossible branch of a `switch`: a new case that is not handled becomes a compile error here. */
export function assertNever(value: never, what: string): never {
  throw new Error(`${what}: caso non previsto ${JSON.stringify(value)}`);
}
