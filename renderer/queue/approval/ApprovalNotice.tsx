import { useSession } from '#renderer/session.tsx';
import { ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { ALTERED_TEXT } from '#shared/drafts/decide.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { onDay } from './approvalGroups.ts';

export interface ApprovalNoticeProps {
  readonly view: ApprovalView;
  readonly isHead: boolean;
}

/** What is particular about a text: the same person wrote it (P30), or it was put off. */
export function ApprovalNotice({ view, isHead }: ApprovalNoticeProps) {
  const session = useSession();
  const { state, until, why, rewritten } = view;
  return (
    <>
      {view.isAltered && <ProblemBanner {...problemOf(ALTERED_TEXT)} />}
      {state === 'postponed' && until !== null && (
        <ProblemBanner
          tone="idle"
          sign="deferred"
          live="off"
          heading={`Rinviato, torna ${onDay(until, session.today)}`}
          lines={why ? [why] : []}
        />
      )}
      {isHead && rewritten.by === session.person?.id && (
        <ProblemBanner
          tone="warn"
          live="off"
          heading="Questo testo l’hai scritto tu"
          lines={[
            session.profile.forbidOnePerson
              ? 'Il Comune ha vietato che lo approvi chi lo ha scritto: restituiscilo, e fallo inoltrare a un’altra persona.'
              : 'Puoi approvarlo: nel registro resta scritto che lo ha scritto e approvato una sola persona.',
          ]}
        />
      )}
    </>
  );
}
