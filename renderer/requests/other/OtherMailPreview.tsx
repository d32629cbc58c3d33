import { type RefObject, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import {
  type Action,
  ActionBar,
  Chip,
  Loading,
  PaneBody,
  ProblemBanner,
  problemOf,
  useToast,
} from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { plural } from '#shared/kernel/text.ts';
import type { UnreadMail } from '#shared/requests/unread.ts';
import { chipOf, nextStepOf, saidAgain, titleOf } from './otherMailWords.ts';

export interface OtherMailActs {
  /** Tries one again, or, with null, all of them. */
  readonly readAgain: (id: number | null) => void;
  readonly isReading: boolean;
  readonly actions: (mail: UnreadMail) => readonly Action[];
  readonly problem: ReturnType<typeof useAct>['problem'];
}

/** What can be done with the e-mails that could not be read; what came of it is told. */
export function useOtherMailActs(list: RefObject<HTMLElement | null>): OtherMailActs {
  const again = useAct('requests.readAgain');
  const away = useAct('requests.putUnreadAway');
  const save = useAct('requests.saveUnread');
  const [last, setLast] = useState<'again' | 'away' | 'save'>('again');
  const toast = useToast();
  const readAgain = async (id: number | null) => {
    if (again.busy) return;
    setLast('again');
    const reply = await again.run({ id });
    if (reply.ok) toast({ text: saidAgain(reply.value) });
  };
  const put = async (id: number, isAway: boolean) => {
    setLast('away');
    const reply = await away.run({ id, away: isAway });
    if (!reply.ok) return;
    const undo = { label: 'Annulla', keys: 'Control+Z', run: () => void put(id, false) } as const;
    toast(isAway ? { text: 'Messa da parte: non serve.', action: undo } : { text: 'Rimessa tra le non lette.' });
  };
  const saveIt = async (id: number) => {
    setLast('save');
    const reply = await save.run({ id });
    if (reply.ok && reply.value.fileName !== null) toast({ text: `Salvata come «${reply.value.fileName}».` });
  };
  const actions = ({ id, hasOriginal, away: isAway }: UnreadMail): readonly Action[] => [
    { label: 'Rileggi tutte', icon: 'refresh', onRun: () => void readAgain(null) },
    ...(hasOriginal ? [{ label: 'Salva l’originale…', icon: 'download', onRun: () => void saveIt(id) } as const] : []),
    isAway
      ? { label: 'Rimetti tra le non lette', kind: 'quiet', onRun: () => void put(id, false) }
      : { label: 'Non serve', kind: 'quiet', keys: 'N', keysWithin: list, onRun: () => void put(id, true) },
  ];
  const problem = { again, away, save }[last].problem;
  return { readAgain: (id) => void readAgain(id), isReading: again.busy, actions, problem };
}

/** Why an e-mail is not read, what the app does next, and what can be done. */
export function OtherMailPreview({ mail, acts }: { readonly mail: UnreadMail; readonly acts: OtherMailActs }) {
  const { today } = useSession();
  const { away, since, triedAt, tries } = mail;
  const chip = chipOf(mail);
  const why = problemOf(mail.problem);
  return (
    <>
      <header className="preview-head">
        <div className="row">
          <h2 className="grow">{titleOf(mail)}</h2>
          <Chip tone={chip.tone}>{chip.text}</Chip>
        </div>
        <dl className="about">
          <dt>Da</dt>
          <dd>{mail.from ?? 'non si sa ancora'}</dd>
          <dt>File</dt>
          <dd>{mail.name}</dd>
          <dt>Trovata</dt>
          <dd>{sayMomentAt(since, today)}</dd>
          <dt>Provata</dt>
          <dd>
            {plural(tries, 'volta', 'volte')}, l’ultima {sayMomentAt(triedAt, today)}
          </dd>
          {away && (
            <>
              <dt>Decisa</dt>
              <dd>
                non serve{away.by === null ? '' : `, dice ${away.by}`}, {sayMomentAt(away.at, today)}
              </dd>
            </>
          )}
        </dl>
      </header>
      <PaneBody label="Perché non è letta">
        <ProblemBanner
          tone={mail.forGood ? 'bad' : 'warn'}
          place="below"
          live="off"
          heading={why.heading}
          lines={[...why.lines, nextStepOf(mail)]}
        />
        {acts.isReading && <Loading label="Rileggo" rows={0} />}
        {acts.problem && <ProblemBanner {...problemOf(acts.problem)} place="below" />}
      </PaneBody>
      <ActionBar
        lead
        {...(away ? {} : { main: { label: 'Rileggi', keys: 'Enter', onRun: () => acts.readAgain(mail.id) } as const })}
        actions={acts.actions(mail)}
      />
    </>
  );
}
