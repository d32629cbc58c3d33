/** Who may work on a request, and what a reader is told who may not. */

import { sayDecision, sayWhy } from '#renderer/requests/decisionWords.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Person } from '#shared/people/person.ts';
import { type Decision, isDeclined } from '#shared/requests/decision.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { otherDesk, type ShareView } from '#shared/service/share.ts';

/** Why a request can only be read; `takeOver` when this person may take it. */
export interface ReadOnly {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly takeOver: boolean;
  /** This desk had taken it too, and another one won. */
  readonly lost: boolean;
}

/** What comes after a decision that lets no notice leave. */
const NEXT: Readonly<Partial<Record<Decision['outcome'], string>>> = {
  'non selezionata': 'L’avviso non parte. Dillo all’ufficio: la e-mail è già scritta.',
  rinviata: 'Aspetta il giorno in cui il capo settore la riprende.',
  ritirata: 'L’avviso non parte.',
};

/** Whether a person's role lets them work on requests (P2: the head is a substitute for intake). */
export const mayWork = (person: Person | null): boolean =>
  person?.roles.some((role) => role === 'operatore' || role === 'capo settore') ?? false;

/** Whether this person took the last round at this desk too, and another desk won it (P41). */
function lostCharge(
  { charges, inCharge }: RequestDetail,
  person: Person | null,
  { desks }: Pick<ShareView, 'desks'>,
): boolean {
  const thisDesk = desks.find(({ isThis }) => isThis)?.dev;
  return charges.some(
    ({ person: who, dev, round }) => who === person?.id && dev === thisDesk && round === inCharge?.round,
  );
}

/** Why `person` can only read the request, or `undefined` when nothing stands in the way. */
export function readOnlyOf(
  request: RequestDetail,
  person: Person | null,
  today: string,
  share: Pick<ShareView, 'desks'>,
): ReadOnly | undefined {
  const { state, forwardedAt, closed, inCharge, inChargeName } = request;
  if (request.joinedTo !== undefined) {
    const lines = ['Quello che serve si fa là. Se sono due avvisi diversi, separala dall’elenco «Decise».'];
    return { heading: `Richiesta unita a «${request.joinedTo}»`, lines, takeOver: false, lost: false };
  }
  if (state === 'closed') {
    const why = closed?.why ? [`Motivo: ${closed.why}`] : [];
    const lines = [...why, 'Se serve ancora, riaprila dall’elenco «Decise».'];
    return { heading: `Richiesta chiusa: ${closed?.outcome ?? 'senza avviso'}`, lines, takeOver: false, lost: false };
  }
  if (state === 'forwarded' && request.decision) {
    const { decision } = request;
    const why = sayWhy(decision);
    const lines = [
      ...(why === undefined ? [] : [`Il motivo: ${why}`]),
      isDeclined(decision) ? NEXT[decision.outcome] : 'L’invio è in Coda. Puoi leggerla, non cambiarla.',
    ].filter((line) => line !== undefined);
    return { heading: sayDecision(decision, today), lines, takeOver: false, lost: false };
  }
  if (state === 'forwarded') {
    const since = forwardedAt ? ` da ${sayMomentAt(forwardedAt, today)}` : '';
    return {
      heading: `La richiesta è dal capo settore${since}`,
      lines: ['Puoi leggerla, non cambiarla. Per correggerla chiedi al capo settore di restituirla.'],
      takeOver: false,
      lost: false,
    };
  }
  if (!mayWork(person)) {
    return {
      heading: 'Puoi solo leggere questa richiesta',
      lines: [
        'Lavorano sulle richieste gli operatori e il capo settore. Se sei tu, scegli il tuo nome in alto a destra.',
      ],
      takeOver: false,
      lost: false,
    };
  }
  if (inCharge && inCharge.person !== person?.id) {
    const name = inChargeName ?? 'un’altra persona';
    const desk = otherDesk(share, inCharge.dev);
    const from = desk === null ? '' : ` da «${desk}»`;
    if (lostCharge(request, person, share)) {
      return {
        heading: `L’ha presa in carico ${name}, ${sayMomentAt(inCharge.at, today)}${from}`,
        lines: [
          'L’avete presa tutti e due mentre le postazioni non si vedevano: vale la sua. Quello che hai scritto qui resta salvato.',
          `Sentitevi. Se la finisci tu, prendila tu: il tuo testo è ancora qui.`,
        ],
        takeOver: true,
        lost: true,
      };
    }
    return {
      heading: `La richiesta è in carico a ${name}${from}`,
      lines: [
        `La sta preparando da ${sayMomentAt(inCharge.at, today)}. Puoi leggerla, non cambiarla.`,
        `Se ${name} non è al suo posto puoi prenderla tu: il suo testo resta salvato.`,
      ],
      takeOver: true,
      lost: false,
    };
  }
  return undefined;
}
