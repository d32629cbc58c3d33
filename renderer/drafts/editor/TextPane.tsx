import { type ReactNode, type RefObject, useId, useMemo, useRef, useState } from 'react';
import {
  Button,
  Differences,
  Meter,
  PaneBody,
  PaneHeader,
  ProblemBanner,
  problemOf,
  SegmentedChoice,
  Sign,
  useShortcuts,
} from '#renderer/ui/index.ts';
import { sayClock } from '#renderer/ui/moments.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import type { Writing } from '#renderer/writing/writing.ts';
import type { Finding, Fix } from '#shared/drafts/style/engine/finding.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { countCharacters } from '#shared/kernel/text.ts';
import { differences } from '#shared/text/differences.ts';
import { gulpease, readability } from '#shared/text/gulpease.ts';
import { Editor, type EditorHandle } from './Editor.tsx';
import { FindingCard } from './FindingCard.tsx';
import { FindingsList, useRestingCount } from './FindingsList.tsx';
import { findingKey, type Kept } from './judging.ts';
import { placeOf, titleOf } from './ruleWords.ts';

const VIEWS = [
  { value: 'asked', label: 'Chiesto' },
  { value: 'rewritten', label: 'Riscritto' },
  { value: 'differences', label: 'Differenze' },
] as const;
type View = (typeof VIEWS)[number]['value'];

export interface TextPaneProps {
  readonly asked: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly findings: readonly Finding[];
  readonly kept: Kept;
  readonly onKeep: (key: string, why: string) => void;
  readonly readOnly: boolean;
  /** How much of the text telephones show before they fold it. */
  readonly maximumLength: number;
  readonly saving: Pick<Writing, 'state' | 'savedAt'> | undefined;
  readonly saveProblem: Problem | undefined;
  readonly editor: RefObject<EditorHandle | null>;
  /** Buttons that open the folded panes. */
  readonly tools: ReactNode;
  /** Another text that is proposed, above the editor. */
  readonly offer?: ReactNode;
}

function savedWords(saving: TextPaneProps['saving']): string {
  if (saving?.state === 'saving') return 'Salvataggio';
  if (saving?.state === 'failed') return 'Non salvato';
  return saving?.savedAt ? `Salvato ${sayClock(saving.savedAt)}` : '';
}

/** The text: as asked, as rewritten, and what changed; findings and measures live while it is typed. */
export function TextPane(props: TextPaneProps) {
  const { asked, text, onText, findings, kept, onKeep, readOnly, maximumLength, saving, saveProblem, editor, tools } =
    props;
  const [view, setView] = useState<View>('rewritten');
  const [keeping, setKeeping] = useState<Finding>();
  const tool = useRef<HTMLDivElement>(null);
  const countId = useId();
  const count = useRestingCount(findings);
  const index = useMemo(() => gulpease(text), [text]);
  const length = countCharacters(text);

  const show = (act: (handle: EditorHandle) => void) => () => {
    setView('rewritten');
    // The editor may have been hidden: it takes the focus when it is back.
    requestAnimationFrame(() => editor.current && act(editor.current));
  };
  const fix = ({ edits }: Fix) => editor.current?.apply(edits);
  const nextView = () =>
    setView((now) => VIEWS[(VIEWS.findIndex(({ value }) => value === now) + 1) % VIEWS.length]?.value ?? 'rewritten');
  const fixCurrent = () => {
    const [first] = editor.current?.current()?.fixes ?? [];
    if (first && !readOnly) fix(first);
  };
  useShortcuts([
    { keys: 'F8', label: 'Segnalazione seguente', run: show((handle) => handle.step(1)) },
    { keys: 'Shift+F8', label: 'Segnalazione precedente', run: show((handle) => handle.step(-1)) },
    { keys: 'Control+.', label: 'Apri le correzioni', run: show((handle) => handle.enterCard()) },
    { keys: 'Control+Shift+.', label: 'Correggi subito', run: fixCurrent },
    { keys: 'Alt+V', label: 'Chiesto, riscritto, differenze', run: nextView },
  ]);

  return (
    <>
      <PaneHeader>
        <SegmentedChoice legend="Versione" hideLegend options={VIEWS} value={view} onChange={setView} />
        <span className="grow" />
        <div ref={tool} className="text-tools" role="toolbar" aria-label="Formato">
          {view === 'rewritten' && !readOnly && (
            <>
              <Button
                kind="quiet"
                size="small"
                icon="bold"
                label="Grassetto"
                keys="Control+B"
                onClick={() => editor.current?.bold()}
              />
              <Button
                kind="quiet"
                size="small"
                icon="italic"
                label="Corsivo"
                keys="Control+I"
                onClick={() => editor.current?.italic()}
              />
              <Button kind="quiet" size="small" icon="list" label="Elenco" onClick={() => editor.current?.list()} />
              <Button
                kind="quiet"
                size="small"
                icon="undo"
                label="Annulla l’ultima modifica"
                onClick={() => editor.current?.undo()}
              />
            </>
          )}
        </div>
        {tools}
      </PaneHeader>
      <div className="text-body" hidden={view !== 'rewritten'}>
        {props.offer}
        <Editor
          ref={editor}
          text={text}
          onText={onText}
          findings={findings}
          readOnly={readOnly}
          describedBy={countId}
          card={(finding) => (
            <FindingCard
              finding={finding}
              kept={kept[findingKey(finding)]}
              readOnly={readOnly}
              onFix={fix}
              onKeep={() => setKeeping(finding)}
              onClose={() => editor.current?.closeCard()}
            />
          )}
        />
        <p id={countId} className="visually-hidden" role="status">
          {count}
        </p>
        {saveProblem && (
          <ProblemBanner
            {...problemOf(saveProblem)}
            lines={[...problemOf(saveProblem).lines, 'Il testo resta qui: l’app riprova a salvarlo al prossimo tasto.']}
          />
        )}
        <div className="text-meters">
          <Meter label="Lunghezza" value={length} max={maximumLength} text={`${length} di ${maximumLength}`} />
          <span className="row">
            <Sign
              name={
                readability(index) === 'difficile'
                  ? 'warning'
                  : confirmed({ word: readability(index), evidence: `L’indice Gulpease del testo è ${index}.` })
              }
              size={14}
            />
            Leggibilità {index}, {readability(index)}
          </span>
          <span className="grow" />
          <span>{savedWords(saving)}</span>
        </div>
        <FindingsList
          findings={findings}
          text={text}
          kept={kept}
          readOnly={readOnly}
          onShow={(finding) => editor.current?.show(finding)}
          onFix={fix}
        />
      </div>
      {view === 'asked' && (
        <PaneBody label="Testo chiesto">
          <p className="asked-text">{asked === '' ? 'L’ufficio non ha scritto un testo.' : asked}</p>
        </PaneBody>
      )}
      {view === 'differences' && (
        <PaneBody label="Differenze tra il testo chiesto e quello riscritto">
          <Differences segments={differences(asked, text)} />
        </PaneBody>
      )}
      {keeping && (
        <ReasonDialog
          title="Tieni la segnalazione"
          explanation={`${titleOf(keeping)}, ${placeOf(keeping, text)}. Il motivo resta nella richiesta.`}
          action="Tieni così"
          missing="Scrivi perché va bene così."
          initial={kept[findingKey(keeping)]}
          onRun={(why) => {
            onKeep(findingKey(keeping), why);
            setKeeping(undefined);
          }}
          onClose={() => setKeeping(undefined)}
        />
      )}
    </>
  );
}
