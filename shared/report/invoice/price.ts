import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { componentsBetween, type SupplyTerms } from '#shared/people/profile/supply.ts';
import { sayComponent } from '#shared/people/profile/supplyWords.ts';
import { daysOfPeriod, type Period, sayPeriod } from '#shared/report/period.ts';
import type { SupplyContract } from './liquidation.ts';

const WHERE = 'Impostazioni › Comune › Contratto e prezzo';

/**
 * The one price at which the app can do the sums of a period (P52): a price for each sending that holds on all of its
 * days, and nothing beside it. Problems: `price-missing`, `price-undecided`.
 */
export function priceOf(terms: SupplyTerms | null, period: Period): Result<SupplyContract, Problem> {
  const { from, to: until } = daysOfPeriod(period);
  const inForce = componentsBetween(terms?.components ?? [], { from, until });
  const [first] = inForce;
  if (terms === null || first === undefined) {
    return problem({
      code: 'price-missing',
      what: `Per controllarla serve il prezzo di un invio in ${sayPeriod(period)}.`,
      remedy: `Scrivilo in ${WHERE}.`,
    });
  }
  const isWhole = (first.from ?? from) <= from && (first.until ?? until) >= until;
  if (inForce.length === 1 && first.kind === 'per-sending' && isWhole) {
    return ok({ unitPrice: first.price, cig: terms.cig });
  }
  return problem({
    code: 'price-undecided',
    what: `Se l’importo è giusto non si può dire: in ${sayPeriod(period)} il contratto non ha solo un prezzo a invio.`,
    why: `Dice ${inForce.map(sayComponent).join('; ')}.`,
    remedy: 'L’app non fa ancora questo conto: fallo a mano con la ditta e scrivi l’esito nella relazione.',
  });
}
