import { sayMomentAt, sayNearDay } from '#renderer/ui/moments.ts';
import type { RequestDataChange } from '#shared/requests/facts.ts';
import type { AnsweredDatum } from './dataState.ts';

export interface AnswerOfferProps {
  readonly offer: AnsweredDatum;
  readonly today: string;
  readonly onTake: (change: RequestDataChange) => void;
}

/** What an answer of the office says of a datum, with where it comes from, to be taken with one button (P17). */
export function AnswerOffer({ offer: { change, day, link, at }, today, onTake }: AnswerOfferProps) {
  return (
    <>
      L’ufficio ha scritto {sayMomentAt(at, today)}: {day === null ? link : sayNearDay(day, today)}.{' '}
      <button type="button" className="link" onClick={() => onTake(change)}>
        Usa questa<span className="visually-hidden"> {day === null ? 'notizia' : 'data'} della risposta</span>
      </button>
    </>
  );
}
