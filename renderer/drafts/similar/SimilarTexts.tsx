import { useMemo } from 'react';
import { Differences, PaneBody, Sign } from '#renderer/ui/index.ts';
import { type Day, sayDay } from '#shared/kernel/day.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { SimilarNotice } from '#shared/requests/comparison.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { onlyHere, sayAskedBy, sayEvent, sayLink, sayScore, saySimilarHead, saySimilarWhen } from './similarWords.ts';

export interface SimilarTextsProps {
  readonly request: RequestDetail;
  /** As it stands now. */
  readonly text: string;
  readonly notice: SimilarNotice;
  readonly today: Day;
  /** Goes to the notice where it stands; not given where nothing shows it. */
  readonly onOpen?: { readonly label: string; readonly run: () => void } | undefined;
}

const SAME = confirmed({ word: 'uguale', evidence: 'I due valori, uno accanto all’altro, sono uguali.' });

interface RowProps {
  readonly head: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** One fact of both; whether it is the same is said in words. */
function Row({ head, ours, theirs }: RowProps) {
  return (
    <tr>
      <th scope="row">{head}</th>
      <td>{ours ?? 'non indicato'}</td>
      <td>
        {theirs ?? 'non noto'}
        {ours !== null && ours === theirs && (
          <span className="similar-same">
            <Sign name={SAME} size={14} /> uguale
          </span>
        )}
      </td>
    </tr>
  );
}

/** The request and a notice that resembles it, side by side, with what stands in only one of them marked (P21). */
export function SimilarTexts({ request, text, notice, today, onOpen }: SimilarTextsProps) {
  const marked = useMemo(() => onlyHere(text, notice.text), [text, notice.text]);
  const { sendDate, office, link } = request.data;
  return (
    <PaneBody label="I due testi a confronto">
      <table className="similar-table">
        <thead>
          <tr>
            <td />
            <th scope="col">Questa richiesta</th>
            <th scope="col" aria-label={saySimilarHead(notice)}>
              <span className="row">
                <span className="grow">{saySimilarHead(notice)}</span>
                {onOpen && (
                  <button type="button" className="link" onClick={onOpen.run}>
                    {onOpen.label}
                  </button>
                )}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Row
            head="Data"
            ours={sendDate === null ? 'senza data di invio' : `richiesto per ${sayDay(sendDate)}`}
            theirs={saySimilarWhen(notice, today)}
          />
          <Row head="Titolo" ours={request.title} theirs={notice.title} />
          <Row
            head="Chiesto da"
            ours={sayAskedBy(office, request.senderName)}
            theirs={sayAskedBy(notice.office, notice.askedBy)}
          />
          <Row head="Link" ours={sayLink(link, notice.link)} theirs={sayLink(notice.link, link)} />
          <Row
            head="Evento"
            ours={sayEvent(text, romeOf(request.receivedAt).day)}
            theirs={sayEvent(notice.text, romeOf(notice.when).day)}
          />
          <tr>
            <th scope="row">
              Testo
              <span className="similar-score">simile al {sayScore(notice)}</span>
            </th>
            <td>
              <Differences segments={marked.ours} />
            </td>
            <td>
              <Differences segments={marked.theirs} />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="similar-note">
        <mark>Segnato così</mark> quello che c’è solo in uno dei due testi. Il resto è uguale.
      </p>
    </PaneBody>
  );
}
