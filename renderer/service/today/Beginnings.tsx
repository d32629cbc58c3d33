import './beginnings.css';
import { useId, useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import type { SettingsTab } from '#renderer/service/settings/SettingsScreen.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, Count, ProblemBanner, problemOf, Sign, useToast } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { BEGINNINGS, type Beginning, type BeginningId } from '#shared/service/beginnings.ts';
import { BeginningField, type BeginningFieldProps } from './BeginningField.tsx';
import { BEGINNING_WORDS, type Done, isDone, isLacking, type Lacking, sayLack } from './beginningWords.ts';

/** Where in the settings a row is changed once it is done. */
const CHANGED_IN: Readonly<Record<BeginningId, SettingsTab>> = {
  register: 'sharing',
  person: 'people',
  head: 'people',
  mailbox: 'folders',
  addresses: 'profile',
  town: 'profile',
};
const SIGNS = { todo: 'todo', broken: 'warning', skipped: 'warning', unknown: 'sending' } as const;
/** A row that is being looked at, after it was lacking: it stays in its place, with its field. */
type Looked = Extract<Beginning, { readonly state: 'unknown' }>;

const numbered = (id: BeginningId): string => `${BEGINNINGS.indexOf(id) + 1}. ${BEGINNING_WORDS[id].title}`;

interface BeginningsProps extends Pick<BeginningFieldProps, 'onCheckMailbox' | 'onSettings'> {
  readonly rows: readonly Beginning[];
}

interface RowProps extends Pick<BeginningFieldProps, 'onCheckMailbox' | 'onSettings'> {
  readonly row: Lacking | Looked;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onDone: () => void;
}

/** One thing that lacks: what stops without it, its field in place, and a way to leave it for later. */
function LackingRow({ row, isOpen, onOpen, onDone, ...field }: RowProps) {
  const { id, state } = row;
  const problem = isLacking(row) ? row.problem : null;
  const base = useId();
  const skip = useAct('service.skipBeginning');
  const toast = useToast();
  const { title, without, action } = BEGINNING_WORDS[id];
  const leave = async () => {
    if (skip.busy || !(await skip.run({ id, skip: true })).ok) return;
    onOpen(false);
    toast({
      text: `${title}: saltato, resta in fondo a Oggi.`,
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void skip.run({ id, skip: false }) },
    });
  };
  return (
    <li className={isOpen ? 'begin-row begin-open' : 'begin-row'} aria-labelledby={`${base}-title`}>
      <div className="begin-head">
        <Sign name={SIGNS[state]} />
        <div className="grow">
          <h3 id={`${base}-title`}>{numbered(id)}</h3>
          <p className="small muted">{without}</p>
        </div>
        {isLacking(row) ? (
          <Chip tone={state === 'todo' ? 'idle' : 'warn'}>{sayLack(row)}</Chip>
        ) : (
          <Chip>la sto guardando</Chip>
        )}
        <span className="begin-acts">
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-controls={`${base}-field`}
            aria-describedby={`${base}-title`}
            onClick={() => onOpen(!isOpen)}
          >
            {isOpen ? 'Chiudi' : action}
          </Button>
          {(state === 'todo' || state === 'broken') && (
            <Button size="small" kind="quiet" aria-describedby={`${base}-title`} onClick={() => void leave()}>
              Salta
            </Button>
          )}
        </span>
      </div>
      <div id={`${base}-field`} className="begin-field" hidden={!isOpen}>
        {isOpen && problem && <ProblemBanner tone="warn" live="off" {...problemOf(problem)} />}
        {isOpen && <BeginningField id={id} onDone={onDone} {...field} />}
      </div>
    </li>
  );
}

/** What is done, each with its proof: what was found or written, by whom and when (P66). */
function DoneRows({
  rows,
  onSettings,
}: {
  readonly rows: readonly Done[];
  readonly onSettings: (tab: SettingsTab) => void;
}) {
  const { today } = useSession();
  if (rows.length === 0) return null;
  return (
    <details className="begin-done">
      <summary>Già fatte: {rows.length}</summary>
      <ul>
        {rows.map(({ id, proof }) => (
          <li key={id} className="begin-row">
            <div className="begin-head">
              <Sign name={confirmed({ word: 'fatto', evidence: proof.words })} />
              <div className="grow">
                <h3>{numbered(id)}</h3>
                <p className="small muted">
                  {proof.words}
                  {proof.at && `, ${sayMomentAt(proof.at, today)}`}
                </p>
              </div>
              <Button
                size="small"
                kind="quiet"
                aria-label={`Cambia: ${BEGINNING_WORDS[id].title}`}
                onClick={() => onSettings(CHANGED_IN[id])}
              >
                Cambia…
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Which row is open: the one chosen, else the first that lacks; after an act the list has the focus again. */
function useRows() {
  const [chosen, setChosen] = useState<BeginningId | null>();
  const title = useRef<HTMLHeadingElement>(null);
  return {
    title,
    isOpen: (id: BeginningId, first: boolean) => (chosen === undefined ? first : chosen === id),
    open: (id: BeginningId) => (open: boolean) => setChosen(open ? id : null),
    done: () => {
      setChosen(undefined);
      title.current?.focus();
    },
  };
}

/** What this desk lacks before it can work, at the head of Oggi (P3, P4, P6, P20): nothing when all is there or skipped. */
export function Beginnings({ rows, ...acts }: BeginningsProps) {
  const { title, isOpen, open, done } = useRows();
  const seen = useRef(new Set<BeginningId>());
  for (const row of rows) {
    if (row.state === 'done' || row.state === 'skipped') seen.current.delete(row.id);
    else if (isLacking(row)) seen.current.add(row.id);
  }
  const lacking = rows.filter(
    (row): row is Lacking | Looked =>
      (isLacking(row) && row.state !== 'skipped') || (row.state === 'unknown' && seen.current.has(row.id)),
  );
  if (lacking.length === 0) return null;
  return (
    <section className="begin" aria-labelledby="begin-title">
      <div className="todo-head">
        <h2 id="begin-title" ref={title} tabIndex={-1}>
          Prima di cominciare
        </h2>
        <Count>{lacking.length}</Count>
        <span className="todo-aside small muted">Circa 10 minuti, anche in più volte e da postazioni diverse.</span>
      </div>
      <ol>
        {lacking.map((row, index) => (
          <LackingRow
            key={row.id}
            row={row}
            isOpen={isOpen(row.id, index === 0)}
            onOpen={open(row.id)}
            onDone={done}
            {...acts}
          />
        ))}
      </ol>
      <DoneRows rows={rows.filter(isDone)} onSettings={acts.onSettings} />
    </section>
  );
}

/** What was skipped, at the foot of Oggi: amber until it is done. */
export function SkippedBeginnings({ rows, ...acts }: BeginningsProps) {
  const { title, isOpen, open, done } = useRows();
  const skipped = rows.filter(isLacking).filter(({ state }) => state === 'skipped');
  if (skipped.length === 0) return null;
  return (
    <section className="begin" aria-labelledby="begin-skipped">
      <div className="todo-head">
        <h2 id="begin-skipped" ref={title} tabIndex={-1}>
          Saltate, restano da fare
        </h2>
        <Count>{skipped.length}</Count>
      </div>
      <ol>
        {skipped.map((row) => (
          <LackingRow
            key={row.id}
            row={row}
            isOpen={isOpen(row.id, false)}
            onOpen={open(row.id)}
            onDone={done}
            {...acts}
          />
        ))}
      </ol>
    </section>
  );
}
