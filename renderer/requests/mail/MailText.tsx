import './mail.css';
import { Fragment } from 'react';
import { findUrls } from '#shared/text/addresses.ts';

/** A run of a text: plain, or an address of the web. */
interface Run {
  readonly text: string;
  readonly isAddress: boolean;
}

function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { url, from, to } of findUrls(text)) {
    if (from > at) runs.push({ text: text.slice(at, from), isAddress: false });
    runs.push({ text: url, isAddress: true });
    at = to;
  }
  if (at < text.length) runs.push({ text: text.slice(at), isAddress: false });
  return runs;
}

function isInstitutional(address: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && hosts.includes(hostname);
}

export interface MailTextProps {
  readonly text: string;
  /** Institutional web hosts, exact labels: only their pages can be opened (P22), other addresses are plain text. */
  readonly hosts: readonly string[];
  readonly onOpen: (address: string) => void;
  /** An address to underline: the link of the request. */
  readonly marked?: string | null | undefined;
}

/** A text as it came, line by line; the pages of the institutional site open in the browser. */
export function MailText({ text, hosts, onOpen, marked }: MailTextProps) {
  return (
    <p className="mail-text">
      {runsOf(text).map((run, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text are told apart by their place only
        <Fragment key={position}>
          {run.isAddress && isInstitutional(run.text, hosts) ? (
            <button
              type="button"
              className={run.text === marked ? 'link mail-link mail-link-marked' : 'link mail-link'}
              onClick={() => onOpen(run.text)}
            >
              {run.text}
            </button>
          ) : (
            run.text
          )}
        </Fragment>
      ))}
    </p>
  );
}
