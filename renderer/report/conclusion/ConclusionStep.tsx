import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { InvoiceLetterButton } from '#renderer/report/invoice/InvoiceLetter.tsx';
import { listsOf, openIn } from '#renderer/report/reconciling/reconcileLists.ts';
import { useSession } from '#renderer/session.tsx';
import {
  ActionBar,
  Button,
  Field,
  PaneBody,
  ProblemBanner,
  problemOf,
  SegmentedChoice,
  TextArea,
  useToast,
} from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Session } from '#shared/people/session.ts';
import type { ReportView } from '#shared/report/views.ts';
import { type Conclusion, proposedConclusion } from './conclusionWords.ts';

export interface ConclusionStepProps {
  readonly view: ReportView;
  /** What was written and not saved yet; it outlives a look at another step. */
  readonly written: Conclusion | undefined;
  readonly onWrite: (conclusion: Conclusion | undefined) => void;
  readonly onReconcile: () => void;
}

const TONES = [
  { value: 'good', label: 'Si può liquidare' },
  { value: 'warning', label: 'Con riserva', sign: 'warning' },
  { value: 'bad', label: 'Non si liquida', sign: 'error' },
] as const;
const NOTHING: Conclusion = { tone: 'warning', title: '', text: '' };

const isSame = (one: Conclusion, other: Conclusion): boolean =>
  one.tone === other.tone && one.title === other.title && one.text === other.text;

function savedWords({ conclusion }: ReportView['case'], { people, today }: Session): string | undefined {
  if (!conclusion) return undefined;
  const name = people.find(({ id }) => id === conclusion.by)?.name;
  return `Decisione salvata ${sayMomentAt(conclusion.at, today)}${name ? ` da ${name}` : ''}.`;
}

/** The decision of the report: proposed by the arithmetic, written by a person (P54). */
export function ConclusionStep({ view, written, onWrite, onReconcile }: ConclusionStepProps) {
  const session = useSession();
  const [asked, setAsked] = useState(false);
  const conclude = useAct('report.conclude');
  const show = useToast();
  const saved = view.case.conclusion;
  const proposed = proposedConclusion(view);
  const shown = written ?? saved ?? proposed ?? NOTHING;
  const open = openIn(listsOf(view));
  const change = (fields: Partial<Conclusion>) => onWrite({ ...shown, ...fields });
  const { tone, title, text } = shown;
  const missing = title.trim() === '';
  const save = async () => {
    setAsked(true);
    if (missing || conclude.busy) return;
    const reply = await conclude.run({ period: view.period, tone, title: title.trim(), text: text.trim() });
    if (!reply.ok) return;
    onWrite(undefined);
    show({ text: 'Decisione salvata: entra nella relazione in PDF.' });
  };
  return (
    <>
      <PaneBody>
        <div className="conclusion">
          {open > 0 && (
            <ProblemBanner
              tone="warn"
              heading={open === 1 ? 'C’è ancora una riga da decidere' : `Ci sono ancora ${open} righe da decidere`}
              lines={['La proposta cambia con quello che decidi nella riconciliazione.']}
              actions={
                <Button size="small" onClick={onReconcile}>
                  Vai alla riconciliazione
                </Button>
              }
            />
          )}
          {!proposed && (
            <ProblemBanner
              tone="info"
              heading="Non c’è ancora una proposta"
              lines={['L’app la prepara quando ha letto rendiconto e fattura. Puoi anche scrivere tu la decisione.']}
            />
          )}
          {proposed && !isSame(proposed, shown) && (
            <ProblemBanner
              tone="info"
              heading={`L’app propone: ${proposed.title}`}
              lines={[proposed.text]}
              actions={
                <Button size="small" onClick={() => onWrite(proposed)}>
                  Usa la proposta
                </Button>
              }
            />
          )}
          <SegmentedChoice
            legend="Esito"
            size="normal"
            options={TONES}
            value={tone}
            onChange={(value) => change({ tone: value })}
          />
          <Field
            label="Decisione"
            source={proposed && isSame(proposed, shown) ? 'proposta dal conto' : undefined}
            maxLength={200}
            value={title}
            onChange={(value) => change({ title: value })}
            error={asked && missing ? 'Scrivi in una frase che cosa si decide.' : undefined}
          />
          <TextArea
            label="Perché, e che cosa si fa adesso"
            rows={4}
            maxLength={2_000}
            value={text}
            onChange={(value) => change({ text: value })}
          />
          <InvoiceLetterButton view={view} />
        </div>
      </PaneBody>
      {conclude.problem && <ProblemBanner {...problemOf(conclude.problem)} />}
      <ActionBar
        message={
          <span role="status">{written ? 'Modifiche non ancora salvate.' : savedWords(view.case, session)}</span>
        }
        main={{ label: 'Salva la decisione', keys: 'Control+Enter', onRun: () => void save() }}
      />
    </>
  );
}
