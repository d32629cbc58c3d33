import { useCallback, useRef, useState } from 'react';
import { call } from '#renderer/api.ts';
import { chooseFiles, type DroppedFile, readFile, useToast, type WindowDropped } from '#renderer/ui/index.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { plural } from '#shared/kernel/text.ts';
import {
  type Brought,
  inBatches,
  MAIL_ENDINGS,
  NOTHING_BROUGHT,
  sayBrought,
  sortOffered,
  together,
} from '#shared/requests/bringing.ts';

/** E-mails a person brings by hand, dropped or chosen (P10), as the frame and the screens use them. */
export interface Bringing {
  readonly drop: (dropped: WindowDropped) => void;
  /** Opens the window in which files are chosen. */
  readonly choose: () => void;
  /** How many e-mails of how many are read, while they are. */
  readonly reading: { readonly done: number; readonly total: number } | undefined;
  /** Stops after the e-mails at hand. */
  readonly stop: () => void;
  /** What was not read and why, until it is put away. */
  readonly unreadable: Brought['problems'];
  /** What stopped all of it. */
  readonly problem: Problem | undefined;
  readonly putAway: () => void;
}

const folderProblem = (name: string): Brought['problems'][number] => ({
  name,
  problem: {
    code: 'folder-brought',
    what: `«${name}» è una cartella.`,
    remedy: 'Aprila e porta qui le e-mail che contiene: si possono scegliere tutte insieme.',
  },
});

/** Some mail programs, dragging, hand over no file. */
const NO_FILE: Problem = {
  code: 'no-file-brought',
  what: 'Il programma di posta non ha consegnato l’e-mail.',
  remedy: 'Salvala come file dal programma di posta, poi trascina il file o scegli «Apri un’e-mail…».',
};

const notReadable = ({ name }: File): Brought['problems'][number] => ({
  name,
  problem: {
    code: 'mail-file-unreadable',
    what: `Non riesco a leggere il file «${name}».`,
    remedy: 'Chiudilo negli altri programmi, controlla che sia ancora al suo posto e portalo di nuovo qui.',
  },
});

interface Run {
  isStopped: boolean;
}
interface Done {
  readonly brought: Brought;
  /** E-mails nobody looked at: it was stopped, or the app did not answer. */
  readonly left: number;
  readonly problem: Problem | undefined;
}

/** Carries the files lot by lot, never more of them in memory; answers whose conversation came after them go last. */
async function carry(files: readonly File[], run: Run, told: (done: number) => void): Promise<Done> {
  let brought = NOTHING_BROUGHT;
  let done = 0;
  const carryLots = async (some: readonly File[], last: boolean): Promise<Done | readonly File[]> => {
    const later: File[] = [];
    for (const lot of inBatches(some)) {
      if (run.isStopped) return { brought, left: files.length - done, problem: undefined };
      const read = await Promise.all(lot.map(readFile));
      const whole = read.filter((file): file is DroppedFile => file !== null);
      const lost = lot.filter((_, place) => read[place] === null).map(notReadable);
      brought = together(brought, { ...NOTHING_BROUGHT, problems: lost });
      const kept = lot.filter((_, place) => read[place] !== null);
      if (whole.length > 0) {
        const reply = await call('requests.bringMails', { files: whole, last });
        if (!reply.ok) return { brought, left: files.length - done, problem: reply.error };
        brought = together(brought, reply.value);
        later.push(...reply.value.later.flatMap((place) => kept[place] ?? []));
        done -= reply.value.later.length;
      }
      done += lot.length;
      told(done);
    }
    return later;
  };
  const later = await carryLots(files, false);
  if ('brought' in later) return later;
  const rest = await carryLots(later, true);
  return 'brought' in rest ? rest : { brought, left: 0, problem: undefined };
}

/** Brings e-mails by hand; `onOpen` opens the request that was found in the only one. One act after the other. */
export function useBringing(onOpen: (request: string) => void): Bringing {
  const toast = useToast();
  const [reading, setReading] = useState<Bringing['reading']>();
  const [unreadable, setUnreadable] = useState<Brought['problems']>([]);
  const [problem, setProblem] = useState<Problem>();
  const run = useRef<Run>({ isStopped: false });
  const before = useRef<Promise<unknown>>(Promise.resolve());

  const bring = useCallback(
    async ({ files, folders }: WindowDropped) => {
      const { taken, problems } = sortOffered(files);
      const refused = [...folders.map(folderProblem), ...problems];
      run.current = { isStopped: false };
      setUnreadable(refused);
      setProblem(files.length + folders.length === 0 ? NO_FILE : undefined);
      if (taken.length === 0) return;
      const total = taken.length;
      setReading({ done: 0, total });
      const {
        brought,
        left,
        problem: stopped,
      } = await carry(taken, run.current, (done) => setReading({ done, total }));
      setReading(undefined);
      setUnreadable([...refused, ...brought.problems]);
      setProblem(
        stopped && {
          ...stopped,
          remedy: `${stopped.remedy} ${plural(left, 'e-mail non è stata letta: portala', 'e-mail non sono state lette: portale')} di nuovo qui.`,
        },
      );
      if (brought.read === 0 && (stopped || left === 0)) return;
      const { request } = brought;
      const unread = left > 0 && !stopped ? ` Lettura fermata: ${plural(left, 'resta', 'restano')} da leggere.` : '';
      toast({
        text: `${sayBrought(brought)}${unread}`,
        ...(request !== null && total === 1
          ? { action: { label: 'Apri la richiesta', keys: 'Alt+R', run: () => onOpen(request) } }
          : {}),
      });
    },
    [toast, onOpen],
  );
  const drop = useCallback(
    (dropped: WindowDropped) => {
      before.current = before.current.then(() => bring(dropped));
    },
    [bring],
  );
  return {
    drop,
    choose: useCallback(() => chooseFiles(MAIL_ENDINGS, (files) => drop({ files, folders: [] })), [drop]),
    ...{ reading, unreadable, problem },
    stop: () => {
      run.current.isStopped = true;
    },
    putAway: useCallback(() => {
      setProblem(undefined);
      setUnreadable([]);
    }, []),
  };
}
