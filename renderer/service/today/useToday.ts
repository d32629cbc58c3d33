import { useEffect, useRef } from 'react';
import { useAnswer, useKeptAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { withSameParts } from '#shared/kernel/sameParts.ts';
import { FIRST_IN_WORK } from '#shared/requests/views.ts';
import { todayLists } from './todayLists.ts';

/** `lists`, with the very rows of before where they are as they were. */
function useSameRows<Lists>(lists: Lists): Lists {
  const before = useRef(lists);
  const same = withSameParts(before.current, lists) as Lists;
  useEffect(() => {
    before.current = same;
  });
  return same;
}

/** Everything Oggi shows, asked for in one place: its screen, and its number on the rail. */
export function useToday(limit = FIRST_IN_WORK.limit) {
  const session = useSession();
  const status = useAnswer('service.status', {}).value;
  const share = useAnswer('service.sharing', {}).value ?? null;
  const roles = useAnswer('people.roleNews', {}).value;
  const roster = useAnswer('people.roster', {}).value;
  const health = useAnswer('service.health', {}).value;
  const requests = useKeptAnswer('requests.list', { ...FIRST_IN_WORK, limit });
  const others = useAnswer('requests.others', {}).value;
  const answered = useAnswer('requests.unreadAnswers', {});
  const approvals = useAnswer('drafts.waiting', {});
  const irregular = useAnswer('drafts.toRegularise', {});
  const jobs = useAnswer('queue.list', {});
  const stuck = useAnswer('service.stuck', {});
  const letters = useAnswer('queue.toPost', {});
  const reports = useAnswer('report.waiting', {});
  const notes = useAnswer('service.notes', {});
  const elections = useAnswer('queue.elections', {});
  const answers = [requests, answered, approvals, irregular, jobs, stuck];
  const isLoading = answers.some((answer) => answer.loading);
  const lists = useSameRows(
    todayLists({
      session,
      absences: roster?.absences ?? [],
      reminder: status?.mailbox.reminder ?? null,
      mailbox: status?.mailbox,
      toPost: status?.counts.toPost ?? 0,
      letters: letters.value ?? [],
      unread: status?.mailbox.unread ?? { count: 0, since: null },
      otherMails: others,
      share,
      roles: roles ?? [],
      health,
      requests: requests.value?.rows ?? [],
      answered: answered.value ?? [],
      approvals: approvals.value ?? [],
      irregular: irregular.value ?? [],
      jobs: jobs.value ?? [],
      stuck: stuck.value ?? [],
      reports: reports.value ?? [],
      elections: elections.value ?? [],
      notes: notes.value ?? [],
    }),
  );
  return {
    lists,
    /** Some of the lists were not read yet. */
    isLoading,
    /** Nothing of what stands in the lists has still to come for the first time. */
    isWhole:
      !isLoading && [status, roster, reports.value, notes.value, elections.value].every((one) => one !== undefined),
    problem: answers.find((answer) => answer.problem)?.problem,
    status,
    share,
    requests: requests.value,
    jobs: jobs.value ?? [],
    stuck: stuck.value ?? [],
    elections: elections.value ?? [],
  };
}
