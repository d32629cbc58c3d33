import type { RefObject } from 'react';
import { useSession } from '#renderer/session.tsx';
import { Chip, ListBox, ListRow } from '#renderer/ui/index.ts';
import { sayNearDay } from '#renderer/ui/moments.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Session } from '#shared/people/session.ts';
import { ElectionFlag } from './ApprovalElection.tsx';
import { approvalGroups } from './approvalGroups.ts';

export interface ApprovalListProps {
  readonly views: readonly ApprovalView[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: ((id: string) => void) | undefined;
  readonly ref: RefObject<HTMLDivElement | null>;
}

function Flag({ view, reader }: { readonly view: ApprovalView; readonly reader: Session['person'] }) {
  const forced = view.checks.filter(({ why }) => why).length;
  const isOwn = view.rewritten.by === reader?.id && reader.roles.includes('capo settore');
  if (isOwn) return <Chip tone="warn">scritto da te</Chip>;
  if (forced > 0) return <Chip tone="warn">{plural(forced, 'controllo forzato', 'controlli forzati')}</Chip>;
  return view.rewritten.text === view.asked ? null : <Chip>riscritto</Chip>;
}

/** The texts that wait, by due moment; Invio opens the request. */
export function ApprovalList({ views, selected, onSelect, onOpen, ref }: ApprovalListProps) {
  const { now, today, person } = useSession();
  return (
    <ListBox
      ref={ref}
      label="Testi che aspettano"
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
      groups={approvalGroups(views, now, today).map((group) => ({
        id: group.id,
        title: group.title,
        sign: group.overdue || group.urgent ? 'error' : undefined,
        options: group.views.map((view) => ({
          id: view.id,
          content: (
            <ListRow
              title={view.request.title}
              detail={[
                view.request.data.office,
                view.request.data.sendDate && `per ${sayNearDay(view.request.data.sendDate, today)}`,
              ]
                .filter(Boolean)
                .join(', ')}
              flags={
                <>
                  <ElectionFlag view={view} />
                  <Flag view={view} reader={person} />
                </>
              }
            />
          ),
        })),
      }))}
    />
  );
}
