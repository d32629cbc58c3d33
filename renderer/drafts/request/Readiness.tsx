import { Sign } from '#renderer/ui/index.ts';
import { useRemedy } from '#renderer/ui/remedies.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Session } from '#shared/people/session.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

/** The data with a field of their own. */
const DATA = ['sendDate', 'link', 'office', 'category', 'reason'] as const;

/** Whether the head of sector is there today, is away, or was never named: only an absence opens the alternative way (P3). */
export type HeadState = 'present' | 'away' | 'none';

export const headStateOf = ({ head, headPresent }: Session['duty']): HeadState =>
  head === null ? 'none' : headPresent ? 'present' : 'away';

const READY: Readonly<Record<HeadState, (ready: string) => string>> = {
  present: (ready) => `${ready} per il capo settore.`,
  away: (ready) => `${ready}. Il capo settore è assente: serve la via alternativa.`,
  none: (ready) => `${ready}, ma manca il capo settore: aggiungilo in Impostazioni, Persone.`,
};

const READY_TEXT = confirmed({ word: 'pronto', evidence: 'Niente lo ferma, e ogni dato è confermato.' });

type Shown = Pick<RequestDetail, 'data' | 'confirmed' | 'linkCheck' | 'warnings' | 'conflicts'>;
const SENDER: readonly string[] = ['unknown-sender', 'sender-not-confirmed', 'pec-sender-differs'];

/** How many things nobody has confirmed yet: data, the link, who asks, what two desks wrote differently (P11, P66). */
function toConfirmIn({ data, confirmed, linkCheck, warnings, conflicts }: Shown): number {
  const open = DATA.filter((name) => data[name] !== null && !confirmed.includes(name)).length;
  const link = data.link !== null && linkCheck?.outcome !== 'reachable' ? 1 : 0;
  const sender = warnings.some(({ code }) => SENDER.includes(code)) ? 1 : 0;
  return open + link + sender + conflicts.length;
}

export interface ReadinessProps {
  readonly obstacle: string | null;
  readonly head: HeadState;
  readonly request: Shown;
  readonly onGo: () => void;
}

/** What stands in the way of forwarding, with a link to the first obstacle; or that nothing does (L11). */
export function Readiness({ obstacle, head, request, onGo }: ReadinessProps) {
  const naming = useRemedy('no-head');
  const toConfirm = toConfirmIn(request);
  const ready =
    toConfirm === 0 ? 'Il testo è pronto' : `Pronto, con ${plural(toConfirm, 'cosa', 'cose')} da confermare`;
  return (
    <>
      <Sign name={obstacle ? 'error' : head === 'none' || toConfirm > 0 ? 'warning' : READY_TEXT} />
      <span className={obstacle ? 'text-bad strong' : undefined} role="status">
        {obstacle ?? READY[head](ready)}
      </span>
      {obstacle && (
        <button type="button" className="link" onClick={onGo}>
          Vai al primo
        </button>
      )}
      {!obstacle && head === 'none' && naming && (
        <button type="button" className="link" onClick={naming.run}>
          {naming.label}
        </button>
      )}
    </>
  );
}
