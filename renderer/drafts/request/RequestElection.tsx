import { ElectionStrip } from '#renderer/people/election/ElectionStrip.tsx';
import { useSession } from '#renderer/session.tsx';
import { plannedMoment } from '#shared/kernel/workdays.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

export interface RequestElectionProps {
  readonly request: RequestDetail;
  /** What follows from it here. */
  readonly note: string;
}

/** Says that the notice of a request would leave in an election period (P39); nothing outside of one, or when it is decided. */
export function RequestElection({ request: { state, data }, note }: RequestElectionProps) {
  const { profile, now } = useSession();
  if (state === 'forwarded' || state === 'closed') return null;
  return <ElectionStrip moment={plannedMoment(profile.calendar, now, data.sendDate, data.sendTime)} note={note} />;
}
