import type { Attachment, Email } from 'postal-mime';
import { ordinaryReport, pecReport } from '#shared/requests/reading/deliveryReport.ts';
import type { Transport } from '#shared/requests/reading/mail.ts';
import type { DeliveryReport } from '#shared/requests/reading/reported.ts';
import { headerValue } from '#shared/requests/reading/transport.ts';
import { type PecCertificate, pecReferenceOf } from './pecEnvelope.ts';

/** As much of a part as is looked at: reports are short. */
const MAX_PART_BYTES = 200_000;

function textOf({ content }: Attachment): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return new TextDecoder('utf-8').decode(bytes.subarray(0, MAX_PART_BYTES));
}

const STATUS = /^message\/(?:global-)?delivery-status$/;
const ORIGINAL = /^(?:text\/rfc822-headers|message\/(?:rfc822|global|rfc822-headers))$/;

/** What a message reports of a letter that left, by its outermost parts; null for one that reports nothing. */
export function reportOf(
  mail: Email,
  transport: Transport,
  subject: string,
  certificate: PecCertificate | undefined,
): DeliveryReport | null {
  if (transport === 'pec' || transport === 'pec-anomaly') return null;
  if (transport === 'pec-receipt') {
    const kind = certificate?.kind ?? headerValue(mail.headers, 'x-ricevuta') ?? '';
    const { delivery, error, said } = certificate ?? { delivery: undefined, error: undefined, said: undefined };
    return pecReport({ kind, reference: pecReferenceOf(mail, certificate), delivery, error, said });
  }
  const part = (type: RegExp): string | undefined => {
    const found = mail.attachments.find(({ mimeType }) => type.test(mimeType));
    return found && textOf(found);
  };
  const status = part(STATUS);
  return ordinaryReport({
    ...{ headers: mail.headers, subject, text: mail.text ?? '', status },
    original: status === undefined ? undefined : part(ORIGINAL),
  });
}
