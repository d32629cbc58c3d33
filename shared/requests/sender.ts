/** Whether an address belongs to the municipality (P13), by exact label: `x@rubano.it` is, `x@nonrubano.it` is not. */
export function senderMayAsk(address: string | undefined, mailDomains: readonly string[]): boolean {
  const domain = address?.toLowerCase().split('@').at(-1) ?? '';
  return mailDomains.some((one) => domain === one.toLowerCase() || domain.endsWith(`.${one.toLowerCase()}`));
}
