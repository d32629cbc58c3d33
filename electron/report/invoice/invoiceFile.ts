import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Invoice } from '#shared/report/invoice/invoice.ts';
import { readInvoiceXml } from './invoiceXml.ts';
import { isSignedFile, openSignedFile } from './signedFile.ts';

/** Reads an electronic invoice, in XML or in a signed envelope. Problem codes: those of both. */
export async function readInvoiceFile(bytes: Uint8Array): Promise<Result<Invoice, Problem>> {
  if (!isSignedFile(bytes)) return readInvoiceXml(bytes);
  const opened = await openSignedFile(bytes);
  return opened.ok ? readInvoiceXml(opened.value.content, opened.value.signature) : opened;
}
