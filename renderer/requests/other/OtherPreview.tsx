import { type NoRequestActs, NoRequestPreview } from './NoRequestPreview.tsx';
import { type OtherMailActs, OtherMailPreview } from './OtherMailPreview.tsx';
import type { OtherRow } from './otherMails.ts';

export interface OtherPreviewProps {
  readonly row: OtherRow;
  readonly acts: OtherMailActs;
  readonly noRequestActs: NoRequestActs;
}

/** What stands beside the list of *Altre e-mail*: one that was read and is no request, or why one was not read. */
export function OtherPreview({ row, acts, noRequestActs }: OtherPreviewProps) {
  if (row.mail) return <NoRequestPreview mail={row.mail} acts={noRequestActs} />;
  return <OtherMailPreview mail={row.unread} acts={acts} />;
}

/** Invio on a row: it is a request, or it is read again. */
export function openOther(row: OtherRow, acts: OtherMailActs, noRequestActs: NoRequestActs): void {
  if (row.unread && !row.unread.away) acts.readAgain(row.unread.id);
  if (row.mail && !row.mail.placed) noRequestActs.makeRequest(row.mail);
}
