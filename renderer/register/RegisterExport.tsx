import { useLayoutEffect, useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Dialog, ProblemBanner, problemOf, SegmentedChoice } from '#renderer/ui/index.ts';
import type { RegisterSearch } from '#shared/register/views.ts';
import { sayNumber } from './registerWords.ts';
import type { RegisterView } from './useRegisterSearch.ts';

export interface RegisterExportProps {
  readonly view: RegisterView;
  readonly found: RegisterSearch;
  readonly onClose: () => void;
}

const FORMATS = [
  { value: 'xlsx', label: 'Foglio di calcolo (xlsx)' },
  { value: 'csv', label: 'Testo con separatori (csv)' },
] as const;

const sayRows = (count: number): string => (count === 1 ? '1 riga' : `${sayNumber(count)} righe`);

/** Takes the rows on screen out of the app as a file (P43), then opens it or shows where it is. */
export function RegisterExport({ view, found, onClose }: RegisterExportProps) {
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [made, setMade] = useState<{ readonly fileName: string; readonly rows: number }>();
  const write = useAct('register.export');
  const show = useAct('register.openExport');
  const openButton = useRef<HTMLButtonElement>(null);
  // In the same step as the words: nobody finds the focus nowhere.
  useLayoutEffect(() => {
    if (made) openButton.current?.focus();
  }, [made]);
  const problem = write.problem ?? show.problem;
  const run = async () => {
    if (write.busy) return;
    const reply = await write.run({ ...view.filter, order: view.order, format });
    if (reply.ok) setMade(reply.value);
  };
  const open = (what: 'document' | 'folder') => void show.run({ what });
  return (
    <Dialog
      title="Esporta il registro"
      icon="download"
      onClose={onClose}
      footer={
        made ? (
          <>
            <Button onClick={onClose}>Chiudi</Button>
            <Button onClick={() => open('folder')}>Mostra nella cartella</Button>
            <Button ref={openButton} kind="main" keys="Control+Enter" onClick={() => open('document')}>
              Apri
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Lascia stare</Button>
            <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
              Esporta
            </Button>
          </>
        )
      }
    >
      {!made && (
        <>
          <p>
            Il file avrà le righe che vedi adesso, con la stessa ricerca, gli stessi filtri e lo stesso ordine:{' '}
            {sayRows(found.total)}.
          </p>
          <SegmentedChoice legend="Tipo di file" size="normal" options={FORMATS} value={format} onChange={setFormat} />
        </>
      )}
      <div role="status">
        {write.busy && <p>Preparo il file.</p>}
        {made && (
          <p>
            {made.fileName}: {sayRows(made.rows)}.
          </p>
        )}
      </div>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
    </Dialog>
  );
}
