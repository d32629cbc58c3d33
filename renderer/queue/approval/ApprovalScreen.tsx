import './approval.css';
import { useAnswer } from '#renderer/api.ts';
import { ElectionOpen } from '#renderer/queue/election/ElectionOpen.tsx';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  EmptyState,
  Loading,
  ProblemBanner,
  problemOf,
  ReadOnlyNotice,
  ScreenHead,
} from '#renderer/ui/index.ts';
import { RetryButton } from '#renderer/ui/RetryButton.tsx';
import { ApprovalDecided } from './ApprovalDecided.tsx';
import { ApprovalDesk } from './ApprovalDesk.tsx';
import { ApprovalIrregular } from './ApprovalIrregular.tsx';
import { ApprovalToAsk } from './ApprovalToAsk.tsx';
import { approvalTitle, firstDue, toDecide } from './approvalGroups.ts';

export interface ApprovalScreenProps {
  /** The emergency to put in order at once, by its request. */
  readonly emergency?: string | undefined;
  /** The text to begin with, by its request. */
  readonly first?: string | undefined;
  /** What the head decided about it is written down at once (P38). */
  readonly heard?: boolean | undefined;
  /** Opens the request a text belongs to. */
  readonly onOpenRequest?: ((id: string) => void) | undefined;
  /** The head marks an absence, so that the desk knows who decides (P3). */
  readonly onAbsence?: (() => void) | undefined;
}

/** Who may approve, for those who may only read (L6, 14). */
function ReadOnly({ head }: { readonly head: string | null }) {
  return (
    <ReadOnlyNotice
      code={head ? undefined : 'no-head'}
      heading="Solo il capo settore può approvare"
      lines={[
        head
          ? `Oggi è ${head}. Puoi leggere i testi, non deciderli.`
          : 'L’app non sa chi è il capo settore: indicalo nelle Impostazioni.',
      ]}
    />
  );
}

/** The head's view: what was asked, what the desk made of it, and the decision (P24, P30). */
export function ApprovalScreen({ emergency, first: begun, heard, onOpenRequest, onAbsence }: ApprovalScreenProps) {
  const { now, today, person, duty } = useSession();
  const counts = useAnswer('service.status', {}).value?.counts;
  const { value: views, problem } = useAnswer('drafts.waiting', {});
  const isHead = person?.roles.includes('capo settore') ?? false;
  const [first, ...others] = views ?? [];
  const open = views && toDecide(views, today);
  const title = open ? approvalTitle(open.length, isHead) : 'Approvazione';
  return (
    <>
      <ScreenHead title={title} sentence={open && firstDue(open, now, today)}>
        {isHead && onAbsence && (
          <Button icon="calendar" onClick={onAbsence}>
            Segna un’assenza…
          </Button>
        )}
      </ScreenHead>
      {problem && <ProblemBanner {...problemOf(problem)} actions={<RetryButton />} />}
      {isHead && <ApprovalIrregular today={today} first={emergency} />}
      {views && !first && <ElectionOpen />}
      {!views && !problem && <Loading label="Leggo i testi da approvare" />}
      {first && !isHead && <ReadOnly head={duty.head} />}
      {first ? (
        <ApprovalDesk
          views={[first, ...others]}
          isHead={isHead}
          first={begun}
          heard={heard}
          onOpenRequest={onOpenRequest}
        />
      ) : (
        views && (
          <EmptyState
            title="Nessun testo da approvare"
            lines={[
              'Qui arrivano i testi che lo sportello inoltra, con quello che è cambiato e i controlli fatti.',
              counts && counts.requests > 0
                ? 'Allo sportello ci sono richieste aperte: il prossimo testo viene da lì.'
                : 'Allo sportello non ci sono richieste aperte.',
            ]}
          />
        )
      )}
      {views && !first && isHead && (
        <>
          <ApprovalToAsk />
          <ApprovalDecided />
        </>
      )}
    </>
  );
}
