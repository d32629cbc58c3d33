/** Addresses of outgoing letters. Pure. */

/** What RFC 5321 allows of an address without quotes, and an Italian town hall uses; each label of the domain apart. */
const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
/** RFC 5321, 4.5.3.1. */
const LOCAL_LENGTH = 64;
const WHOLE_LENGTH = 254;

/**
 * Whether a letter may be addressed so: one plain address. Quotes, spaces, two @, a name beside it or a line that ends
 * inside are refused: mail programs do not agree on whom they mean.
 */
export const isPlainAddress = (address: string): boolean =>
  address.length <= WHOLE_LENGTH && address.indexOf('@') <= LOCAL_LENGTH && ADDRESS.test(address);

/** The addresses a letter goes to, each once whatever its capitals, in the order in which it names them. */
export function recipientsOf({ to, copy }: { readonly to: readonly string[]; readonly copy: readonly string[] }) {
  const seen = new Set<string>();
  return [...to, ...copy].filter((address) => {
    const key = address.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
