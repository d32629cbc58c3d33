import { useEffect, useRef, useState } from 'react';
import { useAct } from '../api.ts';
import { Button, Dialog, ProblemBanner, problemOf, SegmentedChoice } from '../ui/index.ts';
import { exportFilter } from './registerExport.ts';
import { sayNumber } from './registerRows.ts';
import type { RegisterView } from './registerTable.ts';

export interface RegisterExportProps {
  readonly view: RegisterView;
  readonly onClose: () => void;
}

const FORMATS = [
  { value: 'xlsx', label: 'Foglio di calcolo (xlsx)' },
  { value: 'csv', label: 'Testo con separatori (csv)' },
] as const;

const sayRows = (count: number): string => (count === 1 ? '1 riga' : `${sayNumber(count)} righe`);

/** Takes the rows on screen out of the app as a file (P43), then opens it or shows where it is. */
export function RegisterExport({ view, onClose }: RegisterExportProps) {
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [made, setMade] = useState<{ readonly fileName: string; readonly rows: number }>();
  const write = useAct('register.export');
  const show = useAct('register.openExport');
  const openButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (made) openButton.current?.focus();
  }, [made]);
  const problem = write.problem ?? show.problem;
  const onScreen = view.rows.length;
  const run = async () => {
    if (write.busy) return;
    const reply = await write.run({ ...exportFilter(view), format });
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
            Il file avrà le righe trovate con la ricerca e i filtri di adesso, dalla più recente: sullo schermo sono{' '}
            {sayNumber(onScreen)}.
          </p>
          {(view.chosen.notes ?? []).length > 0 && (
            <p>Degli scostamenti il file prende tutte le righe che ne hanno uno, non solo quelli scelti.</p>
          )}
          <SegmentedChoice legend="Tipo di file" size="normal" options={FORMATS} value={format} onChange={setFormat} />
        </>
      )}
      <div role="status">
        {write.busy && <p>Preparo il file.</p>}
        {made && (
          <p>
            {made.fileName}: {sayRows(made.rows)}.
            {made.rows !== onScreen &&
              ` Sullo schermo sono ${sayNumber(onScreen)}: il file cerca le parole dal loro inizio.`}
          </p>
        )}
      </div>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
    </Dialog>
  );
}
