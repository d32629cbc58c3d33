import { useId, useState } from 'react';
import { useAnswers, useKeptAnswer } from '#renderer/api.ts';
import { Dialog, Field, Icon, type IconName, Kbd } from '#renderer/ui/index.ts';
import { screenActions } from '#renderer/ui/shortcuts.ts';
import { useListKeys } from '#renderer/ui/useListKeys.ts';
import { TYPING_MILLISECONDS, useSettled } from '#renderer/ui/useSettled.ts';
import { sections } from '#shared/ipc/events.ts';
import { foldText } from '#shared/kernel/text.ts';
import { entryNumber } from '#shared/register/entry.ts';
import { EVERY_ROW, NEWEST_FIRST, parseSearch } from '#shared/register/search/search.ts';
import { FIRST_IN_WORK } from '#shared/requests/views.ts';
import { PLACES, type Place } from './places.ts';

export interface CommandDialogProps {
  readonly onGo: (place: Place) => void;
  readonly onCheck: () => void;
  /** Chooses saved e-mails to read. */
  readonly onBring: () => void;
  readonly onClose: () => void;
}

interface Command {
  readonly id: string;
  readonly icon: IconName;
  readonly words: string;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

/** The sections, the acts of the screen and the requests in work; of these the first that hold the words typed. */
function useCommands({ onGo, onCheck, onBring }: CommandDialogProps, typed: string): readonly Command[] {
  // Of the screen behind: once the dialog is open, only its own keys work.
  const [actions] = useState(screenActions);
  const requests = useKeptAnswer('requests.list', { ...FIRST_IN_WORK, text: useSettled(typed, TYPING_MILLISECONDS) });
  const open = (requests.value?.rows ?? []).filter(({ state }) => state !== 'forwarded' && state !== 'closed');
  return [
    ...sections.map((section, index) => ({
      id: section,
      icon: PLACES[section].icon,
      words: PLACES[section].label,
      keys: `Control+${index + 1}`,
      run: () => onGo({ section }),
    })),
    {
      id: 'settings',
      icon: 'settings',
      words: 'Impostazioni',
      keys: 'Control+,',
      run: () => onGo({ section: 'settings' }),
    },
    {
      id: 'sharing',
      icon: 'people',
      words: 'Condivisione tra le postazioni',
      run: () => onGo({ section: 'settings', tab: 'sharing' }),
    },
    {
      id: 'correct',
      icon: 'register',
      words: 'Rettifica un avviso inviato',
      detail: 'scrivi il suo numero, o scegli la riga nel registro',
      run: () => onGo({ section: 'register' }),
    },
    { id: 'mailbox', icon: 'refresh', words: 'Controlla la casella', keys: 'F9', run: onCheck },
    { id: 'bring', icon: 'mail', words: 'Apri un’e-mail…', detail: 'file EML o MSG, anche più d’uno', run: onBring },
    ...actions.map(({ keys, label, run }) => ({
      ...{ id: `action ${keys}`, icon: 'right' as const, words: label, detail: 'in questa schermata', keys },
      // After the dialog has given the focus back.
      run: () => requestAnimationFrame(run),
    })),
    ...open.map(({ id, title, data, senderName }) => ({
      id: `request ${id}`,
      icon: 'inbox' as const,
      words: title,
      detail: [data.office, senderName].filter(Boolean).join(', '),
      run: () => onGo({ section: 'requests', request: id }),
    })),
  ];
}

const FEW = 5;
/** How many commands PagSu and PagGiù go. */
const PAGE = 10;

/** The rows of the register with the number that is typed. */
function useNumbers(typed: string, onGo: CommandDialogProps['onGo']): readonly Command[] {
  const asked = parseSearch(typed).number !== null;
  const pages = useAnswers(
    'register.page',
    asked ? [{ ...EVERY_ROW, text: typed, order: NEWEST_FIRST, limit: FEW, offset: 0 }] : [],
  );
  return (pages[0]?.value?.rows ?? []).flatMap((row) => [
    {
      ...{ id: `entry ${row.id}`, icon: 'register' as const, words: entryNumber(row), detail: row.title },
      run: () => onGo({ section: 'register', entry: row.id }),
    },
    {
      ...{
        id: `correct ${row.id}`,
        icon: 'alert' as const,
        words: `Rettifica ${entryNumber(row)}…`,
        detail: row.title,
      },
      run: () => onGo({ section: 'register', entry: row.id, correct: row.id }),
    },
  ]);
}

/** Goes to a section, to an open request or to a number of the register, or does what the screen can, by a few letters of its name (Ctrl+K). */
export function CommandDialog(props: CommandDialogProps) {
  const { onClose } = props;
  const [typed, setTyped] = useState('');
  const commands = useCommands(props, typed);
  const [index, setIndex] = useState(0);
  const base = useId();
  const words = foldText(typed)
    .split(' ')
    .filter((word) => word !== '');
  const numbers = useNumbers(typed, props.onGo);
  const named = commands.filter(({ words: name, detail }) => {
    const all = foldText(`${name} ${detail ?? ''}`);
    return words.every((word) => all.includes(word));
  });
  const found = [...named, ...numbers];
  const place = Math.min(index, found.length - 1);
  const chosen = found[place];
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const keys = useListKeys({
    count: found.length,
    index: place,
    page: PAGE,
    ends: false,
    onMove: (next) => {
      setIndex(next);
      document.getElementById(`${base}-${found[next]?.id}`)?.scrollIntoView({ block: 'nearest' });
    },
  });
  return (
    <Dialog title="Cerca o scrivi un comando" onClose={onClose}>
      <Field
        label="Comando, sezione o richiesta"
        hideLabel
        icon="search"
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${base}-list`}
        aria-activedescendant={chosen ? `${base}-${chosen.id}` : undefined}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setIndex(0);
        }}
        onKeyDown={(event) => {
          if (keys.onKeyDown(event) || event.key !== 'Enter') return;
          event.preventDefault();
          run(chosen);
        }}
      />
      <div id={`${base}-list`} className="command-list" role="listbox" aria-label="Comandi">
        {found.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox above
          <div
            key={command.id}
            id={`${base}-${command.id}`}
            className="list-option command"
            role="option"
            aria-selected={command === chosen}
            tabIndex={-1}
            onClick={() => run(command)}
          >
            <Icon name={command.icon} />
            <span className="grow ellipsis">
              <b className="strong">{command.words}</b>
              {command.detail && <span className="muted small"> {command.detail}</span>}
            </span>
            {command.keys && <Kbd keys={command.keys} />}
          </div>
        ))}
      </div>
      <p className="small muted" role="status">
        {found.length === 0 ? 'Nessuna voce con queste parole.' : ''}
      </p>
    </Dialog>
  );
}
