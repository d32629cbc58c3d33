import './mail.css';
import { Fragment } from 'react';
import { findUrls } from '#shared/text/addresses.ts';

type Place = readonly [from: number, to: number];

/** A run of a text: plain, an address of the web, or a day; inside the text that could be sent or not. */
interface Run {
  readonly from: number;
  readonly text: string;
  readonly kind: 'plain' | 'address' | 'date';
  readonly inDraft: boolean;
}

const inside = (at: number, place: Place | null): boolean => place !== null && at >= place[0] && at < place[1];

/** The text cut wherever one of its places begins or ends. */
function runsOf(text: string, dates: readonly Place[], draft: Place | null): readonly Run[] {
  const addresses = findUrls(text).map(({ from, to }): Place => [from, to]);
  const ends = [...addresses, ...dates, ...(draft ? [draft] : [])].flat().filter((at) => at > 0 && at < text.length);
  const cuts = [0, ...new Set(ends.toSorted((one, other) => one - other)), text.length];
  return cuts.slice(0, -1).map((from, index) => {
    const kind = addresses.some((place) => inside(from, place))
      ? 'address'
      : dates.some((place) => inside(from, place))
        ? 'date'
        : 'plain';
    return { from, text: text.slice(from, cuts[index + 1]), kind, inDraft: inside(from, draft) };
  });
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
  /** Places of days, and of the text that could be sent: tinted (looks 16). */
  readonly dates?: readonly Place[];
  readonly draft?: Place | null;
}

const NO_PLACES: readonly Place[] = [];

function Words({ run: { text, kind, inDraft } }: { readonly run: Run }) {
  const words = kind === 'date' ? <b className="mail-date">{text}</b> : text;
  return inDraft ? <span className="mail-draft">{words}</span> : words;
}

/** A text as it came, line by line; the pages of the institutional site open in the browser. */
export function MailText({ text, hosts, onOpen, marked, dates = NO_PLACES, draft = null }: MailTextProps) {
  return (
    <p className="mail-text">
      {runsOf(text, dates, draft).map((run) => (
        <Fragment key={run.from}>
          {run.kind === 'address' && isInstitutional(run.text, hosts) ? (
            <button
              type="button"
              className={run.text === marked ? 'link mail-link mail-link-marked' : 'link mail-link'}
              onClick={() => onOpen(run.text)}
            >
              {run.text}
            </button>
          ) : (
            <Words run={run} />
          )}
        </Fragment>
      ))}
    </p>
  );
}
