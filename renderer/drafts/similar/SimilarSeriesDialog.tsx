import { useId, useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { Button, Dialog, Field, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { type Series, seriesKey, seriesSchema } from '#shared/register/series.ts';

export interface SimilarSeriesDialogProps {
  /** The place the request would get. */
  readonly proposed: Series;
  readonly problem: Problem | undefined;
  readonly onRun: (series: Series) => void;
  readonly onClose: () => void;
}

const isCount = (words: string): boolean => /^[1-9]\d{0,3}$/.test(words.trim());

/** Asks to which series the request belongs, and its place in it (P15): proposed, never decided by the app. */
export function SimilarSeriesDialog({ proposed, problem, onRun, onClose }: SimilarSeriesDialogProps) {
  const names = useId();
  const { value: series = [] } = useAnswer('requests.series', {});
  const [name, setName] = useState(proposed.name);
  const [index, setIndex] = useState(String(proposed.index));
  const [of, setOf] = useState(String(proposed.of));
  const [asked, setAsked] = useState(false);
  const known = series.find((one) => seriesKey(one) === seriesKey({ name }));
  const taken = known?.notices.flatMap((notice) => notice.index ?? []) ?? [];
  const parsed = seriesSchema.safeParse({ name: name.trim(), index: Number(index), of: Number(of) });
  const run = () => {
    setAsked(true);
    if (parsed.success) onRun(parsed.data);
  };
  const wrong = {
    name: name.trim() === '' ? 'Scrivi il nome della serie, per esempio «Vaccini in piazza».' : undefined,
    index: isCount(index) ? undefined : 'Scrivi un numero, per esempio 2.',
    of: !isCount(of)
      ? 'Scrivi quanti avvisi ha la serie, per esempio 5.'
      : Number(of) < Number(index)
        ? 'Il posto supera quanti avvisi ha la serie: correggi uno dei due.'
        : undefined,
  };
  return (
    <Dialog
      title="Fa parte di una serie"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={run}>
            Metti nella serie
          </Button>
        </>
      }
    >
      <p>Gli avvisi di una serie escono in date diverse e non contano come duplicati fra loro.</p>
      <Field
        label="Nome della serie"
        list={names}
        maxLength={120}
        value={name}
        onChange={setName}
        error={asked ? wrong.name : undefined}
      />
      <datalist id={names}>
        {series.map((one) => (
          <option key={one.name} value={one.name} />
        ))}
      </datalist>
      <div className="similar-places">
        <Field
          label="Questo avviso è il numero"
          inputMode="numeric"
          value={index}
          onChange={setIndex}
          hint={taken.length > 0 ? `Già presi: ${taken.join(', ')}.` : undefined}
          error={asked ? wrong.index : undefined}
        />
        <Field label="Su quanti" inputMode="numeric" value={of} onChange={setOf} error={asked ? wrong.of : undefined} />
      </div>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
    </Dialog>
  );
}
