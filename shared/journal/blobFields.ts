import type { Fact } from './fact.ts';

/** The fields of a fact's body that name a blob by its hash, by type of fact. */
export type BlobFields = Readonly<Record<string, readonly string[]>>;

/** The hashes of the blobs a fact refers to: they travel beside the journal, so that they can be forgotten. */
export function blobsIn(fields: BlobFields, { type, body }: Fact): readonly string[] {
  const named = Object.hasOwn(fields, type) ? fields[type] : undefined;
  if (!named || typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  const values = body as { readonly [field: string]: unknown };
  return named.map((field) => values[field]).filter((value) => typeof value === 'string');
}
