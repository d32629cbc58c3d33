import './routeLacks.css';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Field, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { ROUTE_LACKS, type RouteLack } from '#shared/queue/routeLacks.ts';

/** What a way lacks in this town and on this desk, from which an emergency leaves; nothing while it is asked. */
export function useRouteLacks(route: Route): readonly RouteLack[] {
  const routes = useAnswer('queue.routes', {}).value;
  return routes?.find((one) => one.route === route)?.lacks ?? [];
}

/** What a way lacks for a notice that waits for its moment: it may leave from another desk that has the folder. */
export function useQueueLacks(route: Route): readonly RouteLack[] {
  const routes = useAnswer('queue.routes', {}).value;
  const found = routes?.find((one) => one.route === route);
  return found?.lacks.filter((lack) => lack !== 'folder' || found.servedBy === null) ?? [];
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ADDRESSES = {
  mailbox: { label: 'Casella degli uffici', hint: 'Da qui parte la e-mail alla ditta.' },
  contractor: { label: 'Indirizzo della ditta', hint: 'Qui arriva la richiesta di invio.' },
  mayor: { label: 'Indirizzo del sindaco', hint: 'Riceve in copia ogni invio alla ditta.' },
  head: { label: 'E-mail del capo settore', hint: 'Riceve in copia ogni invio alla ditta.' },
} as const;
type Addressed = keyof typeof ADDRESSES;
const isAddressed = (lack: RouteLack): lack is Addressed => lack in ADDRESSES;

const FOLDERS: Partial<Readonly<Record<Route, { readonly which: 'outgoing' | 'deliveries'; readonly words: string }>>> =
  {
    'e-mail alla ditta': { which: 'outgoing', words: 'Da quale cartella partono le e-mail, su questa postazione' },
    'cartella della ditta': {
      which: 'deliveries',
      words: 'In quale cartella si consegna alla ditta, da questa postazione',
    },
  };

export interface RouteLacksProps {
  readonly route: Route;
  readonly lacks: readonly RouteLack[];
  /** Somebody tried to go on all the same. */
  readonly asked: boolean;
  /** `Per scrivere alla ditta manca ancora qualcosa`. */
  readonly heading: string;
  /** What happens without it, when it may go on. */
  readonly children?: ReactNode;
}

/** All that a way lacks, at once, each with its field to write it here (P31–P34); nothing where nothing is missing. */
export function RouteLacks({ route, lacks, asked, heading, children }: RouteLacksProps) {
  const { profile } = useSession();
  const setTown = useAct('people.setTown');
  const setPerson = useAct('people.setPerson');
  const choose = useAct('service.chooseFolder');
  const [typed, setTyped] = useState<Partial<Record<Addressed, string>>>({});
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  if (lacks.length === 0) return null;
  const shown = ROUTE_LACKS.filter((lack) => lacks.includes(lack));
  const fields = shown.filter(isAddressed);
  const typedIn = (lack: Addressed): string => typed[lack]?.trim() ?? '';
  const wrong = (lack: Addressed): string | undefined =>
    ADDRESS.test(typedIn(lack)) ? undefined : 'Scrivi l’indirizzo e-mail completo, con la chiocciola.';
  const wrongName = name.trim() === '' ? 'Scrivi nome e cognome.' : undefined;
  const folder = shown.includes('folder') ? FOLDERS[route] : undefined;
  const busy = setTown.busy || setPerson.busy;
  /** Keeps those that are whole: each goes away from here as soon as it is known. */
  const keep = async () => {
    setTried(true);
    const whole = fields.filter((lack) => !wrong(lack) && !(lack === 'head' && wrongName));
    if (whole.length === 0 || busy) return;
    const changes = [
      ...(whole.includes('mailbox') ? [{ field: 'mailbox' as const, value: typedIn('mailbox') }] : []),
      ...(whole.includes('contractor')
        ? [{ field: 'contractor' as const, value: { ...profile.contractor, address: typedIn('contractor') } }]
        : []),
      ...(whole.includes('mayor') ? [{ field: 'mayor' as const, value: typedIn('mayor') }] : []),
    ];
    if (changes.length > 0 && !(await setTown.run({ changes })).ok) return;
    if (!whole.includes('head')) return;
    const head = { name: name.trim(), address: typedIn('head'), roles: ['capo settore' as const], accounts: [] };
    await setPerson.run({ id: null, ...head });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    void keep();
  };
  const problem = setTown.problem ?? setPerson.problem ?? choose.problem;
  return (
    <ProblemBanner
      tone={asked ? 'bad' : 'warn'}
      place="below"
      heading={heading}
      lines={[]}
      actions={
        <div className="route-lacks">
          {fields.map((lack) => (
            <div key={lack} className={lack === 'head' ? 'route-lacks-pair' : undefined}>
              {lack === 'head' && (
                <Field
                  label="Nome del capo settore"
                  value={name}
                  onChange={setName}
                  onKeyDown={onKeyDown}
                  error={tried ? wrongName : undefined}
                />
              )}
              <Field
                {...ADDRESSES[lack]}
                type="email"
                value={typed[lack] ?? ''}
                onChange={(value) => setTyped((before) => ({ ...before, [lack]: value }))}
                onKeyDown={onKeyDown}
                error={tried ? wrong(lack) : undefined}
              />
            </div>
          ))}
          {fields.length > 0 && (
            <div>
              <Button size="small" onClick={() => void keep()}>
                {fields.length === 1 ? 'Salva' : 'Salva gli indirizzi'}
              </Button>
            </div>
          )}
          {folder && (
            <div className="row">
              <span className="grow">{folder.words}</span>
              <Button
                size="small"
                icon="folder"
                onClick={() => void (choose.busy || choose.run({ which: folder.which }))}
              >
                Scegli la cartella…
              </Button>
            </div>
          )}
          {children}
          {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
        </div>
      }
    />
  );
}
