import type { JobRow } from '#shared/queue/views.ts';
import type { Status } from '#shared/service/status.ts';
import { Button, Sign, Table, type TableColumn } from '../ui/index.ts';
import { capitalised } from '../ui/moments.ts';
import {
  COMMANDS,
  type Command,
  commandsOf,
  detailOf,
  needsAnswer,
  ROUTE_WORDS,
  STATE_SIGNS,
  sayRowMoment,
  stateWord,
} from './queueRows.ts';

export interface QueueTableProps {
  readonly caption: string;
  readonly jobs: readonly JobRow[];
  readonly status: Status;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onCommand: (command: Command, job: JobRow) => void;
}

/** What Invio does with a row; the answers about what is not clear are in the band. */
const mainCommand = (job: JobRow): Command | undefined =>
  needsAnswer(job) ? undefined : commandsOf(job).find((command) => command !== 'cancel');

interface CommandsProps extends Pick<QueueTableProps, 'onCommand'> {
  readonly job: JobRow;
  readonly chosen: boolean;
}

function Commands({ job, chosen, onCommand }: CommandsProps) {
  if (needsAnswer(job)) return null;
  const main = mainCommand(job);
  return (
    <span className="queue-commands">
      {commandsOf(job)
        .toReversed()
        .map((command) => (
          <Button
            key={command}
            size="small"
            kind={command === main ? 'plain' : 'quiet'}
            keys={chosen && command === 'cancel' ? 'Delete' : undefined}
            onClick={() => onCommand(command, job)}
          >
            {COMMANDS[command]}
          </Button>
        ))}
    </span>
  );
}

/** The sendings of a day; the selected row shows its commands with their keys (L10). */
export function QueueTable({ caption, jobs, status, selected, onSelect, onCommand }: QueueTableProps) {
  const { today, people } = status;
  const columns: readonly TableColumn<JobRow>[] = [
    {
      id: 'state',
      header: 'Stato',
      width: 128,
      cell: (job) => (
        <span className="row strong nowrap">
          <Sign name={STATE_SIGNS[job.state]} />
          {capitalised(stateWord(job))}
        </span>
      ),
    },
    { id: 'time', header: 'Ora', width: 116, cell: (job) => sayRowMoment(job, today) },
    { id: 'title', header: 'Avviso', rowHeader: true, cell: (job) => job.notice.title },
    { id: 'office', header: 'Ufficio', width: 128, muted: true, cell: (job) => job.notice.office ?? '' },
    { id: 'route', header: 'Via', width: 116, cell: (job) => ROUTE_WORDS[job.route] },
    { id: 'desk', header: 'Postazione', width: 120, wide: true, muted: true, cell: (job) => job.deskName ?? '' },
    { id: 'detail', header: 'Dettaglio', muted: true, cell: (job) => detailOf(job, people, today) },
    {
      id: 'commands',
      header: 'Comandi',
      hideHeader: true,
      commands: true,
      width: 236,
      cell: (job) => <Commands job={job} chosen={job.id === selected} onCommand={onCommand} />,
    },
  ];
  const open = (id: string) => {
    const job = jobs.find((one) => one.id === id);
    const command = job && mainCommand(job);
    if (command) onCommand(command, job);
  };
  return (
    <Table
      caption={caption}
      density="roomy"
      columns={columns}
      rows={jobs}
      rowId={(job) => job.id}
      selected={selected}
      onSelect={onSelect}
      onOpen={open}
    />
  );
}
