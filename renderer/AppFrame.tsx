import './app.css';
import { type ReactNode, useState } from 'react';
import type { MenuCommand } from '#shared/ipc/events.ts';
import { sections } from '#shared/ipc/events.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Status } from '#shared/service/status.ts';
import { useAct } from './api.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { EmergencyDialog } from './drafts/EmergencyDialog.tsx';
import { useSaving } from './drafts/writing.ts';
import { PersonDialog } from './people/PersonDialog.tsx';
import { PLACES, type Place } from './places.ts';
import { shareItem } from './service/shareWords.ts';
import {
  Frame,
  KeyMap,
  ProblemBanner,
  problemOf,
  type RailItem,
  ShortcutGroup,
  type StatusItem,
  TrainingBanner,
  useShortcuts,
} from './ui/index.ts';
import { sayMomentAt } from './ui/moments.ts';
import type { MailboxCheck } from './useMailbox.ts';

export interface AppFrameProps {
  readonly status: Status;
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly mailbox: MailboxCheck;
  /** The map of keys was asked from the menu of the window. */
  readonly map: boolean;
  readonly onMap: (open: boolean) => void;
  readonly children: ReactNode;
}

/** What counts on the rail: only what this person must do (L4). */
function badgeOf(section: MenuCommand, { counts, person }: Status): RailItem['badge'] {
  const is = (role: 'operatore' | 'capo settore') => person?.roles.includes(role) ?? false;
  const works = is('operatore') || is('capo settore');
  if (section === 'requests' && works) return { count: counts.requests, words: 'da fare' };
  if (section === 'approval' && is('capo settore')) return { count: counts.approvals, words: 'da decidere' };
  if (section === 'queue' && works) return { count: counts.uncertain, words: 'da chiarire', urgent: true };
  return undefined;
}

function railItems(status: Status): readonly RailItem[] {
  return sections.map((id, index) => ({ id, ...PLACES[id], keys: `Control+${index + 1}`, badge: badgeOf(id, status) }));
}

/** The keys that work on every screen beside those of the frame itself. */
function EverywhereKeys({ onCheck }: { readonly onCheck: () => void }) {
  useShortcuts([{ keys: 'F9', label: 'Controlla la casella', run: onCheck }]);
  return null;
}

function mailboxItem({ mailbox, today }: Status, onOpen: () => void): StatusItem {
  if (mailbox.problem) {
    return { id: 'mailbox', text: problemOf(mailbox.problem).heading, sign: 'warning', warn: true, onOpen };
  }
  if (!mailbox.checkedAt) return { id: 'mailbox', text: 'Casella non ancora letta', sign: 'todo', onOpen };
  const said = sayMomentAt(mailbox.checkedAt, today).replace(/^oggi /, '');
  return { id: 'mailbox', text: `Casella letta ${said}`, sign: 'done', onOpen };
}

function savingItem({ saving, failed }: ReturnType<typeof useSaving>, onOpen: () => void): StatusItem {
  const item = { id: 'saving', onOpen };
  if (failed > 0) {
    return { ...item, text: plural(failed, 'testo non salvato', 'testi non salvati'), sign: 'warning', warn: true };
  }
  if (saving > 0) return { ...item, text: 'Salvataggio del testo', sign: 'sending' };
  return { ...item, text: 'Tutto salvato', sign: 'done' };
}

function dutyItem({ duty }: Status, onOpen: () => void): StatusItem {
  return duty.intake === null
    ? { id: 'duty', text: 'Oggi nessuno può prendere in carico', sign: 'warning', warn: true, onOpen }
    : { id: 'duty', text: `Presa in carico: ${duty.intake}`, sign: 'info', onOpen };
}

/** The window around every screen: rail, command field, who is there, and whether everything is safe. */
export function AppFrame({ status, place, onGo, mailbox, map, onMap, children }: AppFrameProps) {
  const [dialog, setDialog] = useState<'command' | 'person' | 'emergency'>();
  const leave = useAct('service.leaveExample');
  const saving = useSaving();
  const { person, people, training, profile } = status;
  const close = () => setDialog(undefined);
  const onSharing = () => onGo({ section: 'settings', tab: 'sharing' });
  return (
    <Frame
      municipality={profile.municipality}
      person={person ? `${person.name}, ${person.roles[0]}` : 'Chi sei?'}
      onPerson={() => setDialog('person')}
      onCommand={() => setDialog('command')}
      onEmergency={() => setDialog('emergency')}
      sections={railItems(status)}
      footSections={[
        { id: 'settings', ...PLACES.settings, keys: 'Control+,' },
        { id: 'help', label: 'Aiuto', icon: 'help' },
      ]}
      current={place.section}
      onGo={(id) => (id === 'help' ? onMap(true) : onGo({ section: id as Place['section'] }))}
      status={[
        mailboxItem(status, () => onGo({ section: 'today' })),
        { id: 'share', ...shareItem(status.share, status.today), onOpen: onSharing },
        savingItem(saving, () => onGo({ section: 'requests' })),
        dutyItem(status, () => onGo({ section: 'today' })),
      ]}
      banner={training && <TrainingBanner onLeave={() => void leave.run({})} />}
    >
      <ShortcutGroup name="Ovunque" everywhere>
        <EverywhereKeys onCheck={mailbox.check} />
      </ShortcutGroup>
      {leave.problem && <ProblemBanner {...problemOf(leave.problem)} />}
      {children}
      {dialog === 'command' && <CommandDialog onGo={onGo} onCheck={mailbox.check} onClose={close} />}
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
      {dialog === 'emergency' && (
        <EmergencyDialog status={status} onSent={(job) => onGo({ section: 'queue', job })} onClose={close} />
      )}
      {map && <KeyMap onClose={() => onMap(false)} />}
    </Frame>
  );
}
