import type { Day } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { isImpossible, type MomentCheck, sayMomentTrouble, type WantedMoment } from '#shared/kernel/sendingMoment.ts';
import { Button } from './Button.tsx';
import { capitalised, sayMomentAt } from './moments.ts';
import { Sign } from './Sign.tsx';

export interface MomentOffersProps {
  readonly check: MomentCheck;
  readonly wanted: WantedMoment;
  readonly today: Day;
  /** Absent where the moment may only be read. */
  readonly onChoose: ((moment: Instant) => void) | undefined;
  /** It may leave all the same, as planned: a person says so. */
  readonly onKeep?: (() => void) | undefined;
}

/** Why a notice cannot leave when it is wanted, and the nearest good moments, each one key away (P5); nothing when it can. */
export function MomentOffers({ check, wanted, today, onChoose, onKeep }: MomentOffersProps) {
  const trouble = sayMomentTrouble(check, wanted);
  if (trouble === '') return null;
  const impossible = isImpossible(check);
  return (
    <div className={`moment-offers ${impossible ? 'moment-offers-bad' : ''}`}>
      <p aria-live="polite">
        <Sign name={impossible ? 'error' : 'warning'} size={14} />
        {capitalised(trouble)}.
        {impossible && check.offers.length === 0 && ' Senti l’ufficio: serve un altro giorno, oppure un’emergenza.'}
      </p>
      {onChoose && (check.offers.length > 0 || onKeep) && (
        <div className="row moment-offers-choices">
          {check.offers.map((offer) => (
            <Button key={offer} size="small" onClick={() => onChoose(offer)}>
              Manda {sayMomentAt(offer, today)}
            </Button>
          ))}
          {onKeep && (
            <Button kind="quiet" size="small" onClick={onKeep}>
              Lascia {sayMomentAt(check.planned, today)}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
