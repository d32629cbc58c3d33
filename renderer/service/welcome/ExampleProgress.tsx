import { useEffect, useState } from 'react';
import { onEvent } from '#renderer/api.ts';
import { Loading } from '#renderer/ui/index.ts';

/** How far the two months of the invented town are: they are worked through the first time somebody opens it. */
export function ExampleProgress() {
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>();
  useEffect(
    () =>
      onEvent((event) => {
        if (event.name === 'progress' && event.job === 'example') setProgress(event);
      }),
    [],
  );
  return (
    <Loading label="Preparo i due mesi del Comune inventato" rows={0} done={progress?.done} total={progress?.total} />
  );
}
