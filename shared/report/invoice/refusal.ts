import type { InvoiceBody } from './invoice.ts';
import type { SupplyContract } from './liquidation.ts';

/** A reason for which a public body may refuse an electronic invoice. */
export interface RefusalReason {
  readonly code: 'not-for-us' | 'cig-cup' | 'medical-devices' | 'medicines' | 'commitment';
  readonly text: string;
}

/**
 * The only legal reasons to refuse an invoice (art. 2-bis DM 55/2013, added by DM 132/2020; P53). A wrong count is not
 * among them, and no invoice may be refused for what a credit note can correct (paragraph 2 of the same article).
 */
export const REFUSAL_REASONS: readonly RefusalReason[] = [
  {
    code: 'not-for-us',
    text: 'La fattura riguarda un’operazione che non è stata fatta in favore del Comune.',
  },
  { code: 'cig-cup', text: 'Il CIG o il CUP obbligatorio manca o è errato.' },
  {
    code: 'medical-devices',
    text: 'Manca o è errato il codice di repertorio dei dispositivi medici o dei farmaci.',
  },
  { code: 'medicines', text: 'Manca o è errato il codice AIC dei farmaci, o la quantità corrispondente.' },
  {
    code: 'commitment',
    text: 'Mancano o sono errati numero e data della determinazione con cui è stata impegnata la spesa.',
  },
];

/** The legal reasons that the data of the invoice show by themselves; the others only a person can know. */
export function refusalsShownBy(
  body: InvoiceBody,
  contract: Pick<SupplyContract, 'cig'>,
): readonly RefusalReason['code'][] {
  const isCigRight = contract.cig === null || body.cig.includes(contract.cig);
  return isCigRight ? [] : ['cig-cup'];
}
