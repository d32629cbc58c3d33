import './app.css';
import { type ReactNode, useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { PersonDialog } from '#renderer/people/PersonDialog.tsx';
import { StillYou } from '#renderer/people/StillYou.tsx';
import { TrainingBanner } from '#renderer/people/TrainingBanner.tsx';
import { EmergencyDialog } from '#renderer/queue/emergency/EmergencyDialog.tsx';
import { ToPostDialog } from '#renderer/queue/ToPostDialog.tsx';
import { sayToPost } from '#renderer/queue/toPostWords.ts';
import { shareItem } from '#renderer/service/sharing/shareWords.ts';
import { useToday } from '#renderer/service/today/useToday.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Frame,
  freeFocus,
  KeyMap,
  ProblemBanner,
  problemOf,
  type RailItem,
  ShortcutGroup,
  type StatusItem,
  sayTruth,
  TRUTH_LOOKS,
  useShortcuts,
} from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { useSaving } from '#renderer/writing/writing.ts';
import type { MenuCommand } from '#shared/ipc/events.ts';
import { sections } from '#shared/ipc/events.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Person } from '#shared/people/person.ts';
import type { Session } from '#shared/people/session.ts';
import { mailboxTruth } from '#shared/requests/mailboxSign.ts';
import { sendingSign } from '#shared/requests/sendingSign.ts';
import type { Status } from '#shared/service/status.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { PLACES, type Place } from './places.ts';
import type { MailboxCheck } from './useMailbox.ts';

export interface AppFrameProps {
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly mailbox: MailboxCheck;
  /** Chooses saved e-mails to read. */
  readonly onBring: () => void;
  /** The map of keys was asked from the menu of the window. */
  readonly map: boolean;
  readonly onMap: (open: boolean) => void;
  readonly children: ReactNode;
}

/** What counts on the rail: only what this person must do (L4). */
function badgeOf(
  section: MenuCommand,
  { person }: Session,
  status: Status | undefined,
  today: number,
): RailItem['badge'] {
  if (!status) return undefined;
  const { counts, mailbox } = status;
  const is = (role: 'operatore' | 'capo settore') => person?.roles.includes(role) ?? false;
  const works = is('operatore') || is('capo settore');
  if (section === 'today' && works && counts.alarms > 0)
    return { count: counts.alarms, words: counts.alarms === 1 ? 'emergenza ferma' : 'emergenze ferme', urgent: true };
  if (section === 'today') return { count: today, words: today === 1 ? 'cosa da fare' : 'cose da fare' };
  if (section === 'requests' && works) return { count: counts.requests + mailbox.unread.count, words: 'da fare' };
  if (section === 'approval' && is('capo settore')) return { count: counts.approvals, words: 'da decidere' };
  if (section === 'queue' && works) return { count: counts.uncertain, words: 'da chiarire', urgent: true };
  return undefined;
}

function railItems(session: Session, status: Status | undefined, today: number): readonly RailItem[] {
  return sections.map((id, index) => ({
    id,
    ...PLACES[id],
    keys: `Control+${index + 1}`,
    badge: badgeOf(id, session, status, today),
  }));
}

/** The keys that work on every screen beside those of the frame itself. */
function EverywhereKeys({ onCheck }: { readonly onCheck: () => void }) {
  useShortcuts([{ keys: 'F9', label: 'Controlla la casella', run: onCheck }]);
  return null;
}

/** The mailbox in a few words; pressing it leads to where it is chosen. */
function mailboxItem(mailbox: Status['mailbox'], { profile, now, today }: Session, onOpen: () => void): StatusItem {
  const truth = mailboxTruth(mailbox, profile.calendar, now);
  const { tone } = TRUTH_LOOKS[truth.sign];
  const text = capitalised(sayTruth(truth, today)).replace(' oggi alle ', ' alle ');
  return {
    id: 'mailbox',
    text,
    sign: truth,
    warn: tone === 'warn' || tone === 'bad',
    evidence: truth.evidence,
    onOpen,
  };
}

/** How letters leave this desk, where they do by themselves. */
function sendingItem(sending: Status['sending'], { today }: Session, onOpen: () => void): readonly StatusItem[] {
  const truth = sendingSign(sending);
  if (!truth) return [];
  const { tone } = TRUTH_LOOKS[truth.sign];
  const text = capitalised(sayTruth(truth, today)).replace(' oggi alle ', ' alle ');
  const warn = tone === 'warn' || tone === 'bad';
  return [{ id: 'sending', text, sign: truth, warn, evidence: truth.evidence, onOpen }];
}

/** E-mails that lie ready: silent only when there is none (L14). */
function toPostItem(count: number, onOpen: () => void): readonly StatusItem[] {
  if (count === 0) return [];
  const evidence = 'L’app le ha preparate: nessuno ha ancora detto di averle spedite.';
  return [{ id: 'toPost', text: sayToPost(count), sign: 'warning', warn: true, evidence, onOpen }];
}

/** The name, with the one role that decides: the others need no word of their own. */
const sayPerson = ({ name, roles }: Person): string =>
  roles.includes('capo settore') ? `${name}, capo settore` : name;

const SAVED = confirmed({ word: 'salvato', evidence: 'Ogni testo è scritto sul disco di questo computer.' });

function savingItem({ saving, failed }: ReturnType<typeof useSaving>, onOpen: () => void): StatusItem {
  const item = { id: 'saving', onOpen };
  if (failed > 0) {
    return { ...item, text: plural(failed, 'testo non salvato', 'testi non salvati'), sign: 'warning', warn: true };
  }
  if (saving > 0) return { ...item, text: 'Salvataggio del testo', sign: 'sending' };
  return { ...item, text: 'Tutto salvato', sign: SAVED, evidence: SAVED.evidence };
}

function dutyItem({ duty }: Session, onOpen: () => void): StatusItem {
  return duty.intake === null
    ? { id: 'duty', text: 'Oggi nessuno può prendere in carico', sign: 'warning', warn: true, onOpen }
    : { id: 'duty', text: `Presa in carico: ${duty.intake}`, sign: 'info', onOpen };
}

/** The window around every screen: rail, command field, who is there, and whether everything is safe. */
export function AppFrame({ place, onGo, mailbox, onBring, map, onMap, children }: AppFrameProps) {
  const session = useSession();
  const [dialog, setDialog] = useState<'command' | 'person' | 'emergency' | 'toPost'>();
  const leave = useAct('core.leaveExample');
  const saving = useSaving();
  const { person, people, training, profile, today } = session;
  const status = useAnswer('service.status', {}).value;
  const share = useAnswer('service.sharing', {}).value;
  const toDo = useToday().lists.mine.length;
  const close = () => setDialog(undefined);
  const goToSection = (id: string) => {
    if (id === 'help') return onMap(true);
    freeFocus();
    onGo({ section: id as Place['section'] });
  };
  const onSharing = () => onGo({ section: 'settings', tab: 'sharing' });
  return (
    <Frame
      municipality={profile.municipality}
      person={person ? sayPerson(person) : 'Chi sei?'}
      onPerson={() => setDialog('person')}
      onCommand={() => setDialog('command')}
      onEmergency={() => setDialog('emergency')}
      sections={railItems(session, status, toDo)}
      footSections={[
        { id: 'settings', ...PLACES.settings, keys: 'Control+,' },
        { id: 'help', label: 'Aiuto', icon: 'help' },
      ]}
      current={place.section}
      onGo={goToSection}
      status={[
        ...(status ? [mailboxItem(status.mailbox, session, () => onGo({ section: 'settings', tab: 'mail' }))] : []),
        ...(status ? sendingItem(status.sending, session, () => onGo({ section: 'settings', tab: 'mail' })) : []),
        ...(share ? [{ id: 'share', ...shareItem(share, today), onOpen: onSharing }] : []),
        ...(status ? toPostItem(status.counts.toPost, () => setDialog('toPost')) : []),
        savingItem(saving, () => onGo({ section: 'settings', tab: 'copies' })),
        dutyItem(session, () => onGo({ section: 'today' })),
      ]}
      banner={
        training && (
          <TrainingBanner municipality={profile.municipality} today={today} onLeave={() => void leave.run({})} />
        )
      }
    >
      <ShortcutGroup name="Ovunque" everywhere>
        <EverywhereKeys onCheck={mailbox.check} />
      </ShortcutGroup>
      {leave.problem && <ProblemBanner {...problemOf(leave.problem)} />}
      {children}
      {dialog === 'command' && <CommandDialog onGo={onGo} onCheck={mailbox.check} onBring={onBring} onClose={close} />}
      {dialog === 'person' && (
        <PersonDialog
          people={people}
          current={person?.id ?? null}
          onSettings={() => {
            close();
            onGo({ section: 'settings' });
          }}
          onClose={close}
        />
      )}
      {dialog === 'emergency' && <EmergencyDialog onSent={(job) => onGo({ section: 'queue', job })} onClose={close} />}
      <StillYou />
      {dialog === 'toPost' && <ToPostDialog onClose={close} />}
      {map && <KeyMap onClose={() => onMap(false)} />}
    </Frame>
  );
}
