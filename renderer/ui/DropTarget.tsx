import { type DragEvent, useState } from 'react';
import { Button } from './Button.tsx';
import { type DroppedFile, readFile } from './droppedFiles.ts';
import { Sign } from './Sign.tsx';

export interface DropTargetProps {
  /** What is to be dropped: `il rendiconto della ditta`. */
  readonly what: string;
  /** Endings of the names that are taken, without dot. */
  readonly endings: readonly string[];
  /** Bytes of the longest file. */
  readonly maximum: number;
  readonly onFile: (file: DroppedFile) => void;
  /** The button beside it, which does the same: who cannot drag, or does not want to, lacks nothing (WCAG 2.5.7). */
  readonly onChoose: () => void;
}

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();
const MEGABYTE = 1_000_000;

/** Why these files are not taken, and what to do; undefined for the one that is. */
function refusalOf(files: readonly File[], { endings, maximum }: Pick<DropTargetProps, 'endings' | 'maximum'>) {
  const [file] = files;
  if (!file) return 'Qui si trascina un file, non un testo né una cartella.';
  if (files.length > 1) return 'Trascina un file solo.';
  if (!endings.includes(endingOf(file.name))) {
    return `«${file.name}» non è del tipo giusto: servono ${endings.map((ending) => ending.toUpperCase()).join(', ')}.`;
  }
  if (file.size > maximum) return `«${file.name}» è troppo grande: al massimo ${maximum / MEGABYTE} MB.`;
  return undefined;
}

/** A place that can be seen where one file is dropped, with the button that chooses it. */
export function DropTarget({ what, endings, maximum, onFile, onChoose }: DropTargetProps) {
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const drag = (event: DragEvent) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    const why = refusalOf(files, { endings, maximum });
    setRefusal(why);
    const [file] = files;
    if (why || !file) return;
    const read = await readFile(file);
    if (read === null) setRefusal(`«${file.name}» non si lascia leggere: scegli il file con il pulsante.`);
    else onFile(read);
  };
  return (
    <section
      className={over ? 'drop drop-over' : 'drop'}
      aria-label={`Trascina qui ${what}`}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <p>Trascina qui {what}, oppure</p>
      <Button icon="folder" onClick={onChoose}>
        Scegli il file…
      </Button>
      <p role="status" className="drop-refusal">
        {refusal && (
          <>
            <Sign name="warning" size={14} /> {refusal}
          </>
        )}
      </p>
    </section>
  );
}
