import { useSession } from '#renderer/session.tsx';
import { Button, Sign, Table, type TableColumn } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import type { JobRow } from '#shared/queue/views.ts';
import {
  COMMANDS,
  type Command,
  commandsOf,
  deskOrPerson,
  detailOf,
  mainCommand,
  ROUTE_WORDS,
  sayRowMoment,
  signOf,
  stateWord,
} from './queueRows.ts';

export interface QueueTableProps {
  readonly caption: string;
  readonly jobs: readonly JobRow[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onCommand: (command: Command, job: JobRow) => void;
}

/** The one command a row shows on hover and focus; the others of the selected row are in the bar below. */
const commandInRow = (job: JobRow): Command | undefined =>
  mainCommand(job) ?? (commandsOf(job).includes('move') ? 'move' : undefined);

/** The sendings of a day; a row shows its main command on hover and on focus (L10). */
export function QueueTable({ caption, jobs, selected, onSelect, onCommand }: QueueTableProps) {
  const { today, people } = useSession();
  const columns: readonly TableColumn<JobRow>[] = [
    {
      id: 'state',
      header: 'Stato',
      width: 122,
      cell: (job) => (
        <span className="row strong nowrap">
          <Sign name={signOf(job)} />
          {capitalised(stateWord(job))}
        </span>
      ),
    },
    { id: 'time', header: 'Ora', width: 104, cell: (job) => sayRowMoment(job, today) },
    { id: 'title', header: 'Avviso', rowHeader: true, cell: (job) => job.notice.title },
    { id: 'office', header: 'Ufficio', width: 124, muted: true, cell: (job) => job.notice.office ?? '' },
    { id: 'route', header: 'Via', width: 142, cell: (job) => ROUTE_WORDS[job.route] },
    { id: 'desk', header: 'Postazione', width: 116, muted: true, cell: deskOrPerson },
    { id: 'detail', header: 'Dettaglio', muted: true, cell: (job) => detailOf(job, people, today) },
    {
      id: 'commands',
      header: 'Comandi',
      hideHeader: true,
      commands: true,
      width: 172,
      cell: (job) => {
        const command = commandInRow(job);
        return (
          command && (
            <Button size="small" onClick={() => onCommand(command, job)}>
              {COMMANDS[command]}
            </Button>
          )
        );
      },
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
