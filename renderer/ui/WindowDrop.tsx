import { useEffect, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';

/** What was dropped on the window. */
export interface WindowDropped {
  readonly files: readonly File[];
  /** The names of folders among them: they are not looked into. */
  readonly folders: readonly string[];
}

export interface WindowDropProps {
  /** What may be dropped: `le e-mail`. */
  readonly what: string;
  readonly onDrop: (dropped: WindowDropped) => void;
}

/** Some mail programs hand over only where an e-mail lies, which no other program can reach. */
const ONLY_A_PLACE = ['text/x-moz-message', 'text/x-moz-url', 'text/uri-list'];

const isOpenDialog = (): boolean => document.querySelector('dialog[open]') !== null;
const brings = ({ types }: DataTransfer): boolean =>
  types.includes('Files') || ONLY_A_PLACE.some((type) => types.includes(type));

/** The files and folders of a drop. Read at once: the browser forgets them when the event is over. */
function droppedOf(transfer: DataTransfer): WindowDropped {
  const folders = [...(transfer.items ?? [])].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry?.isDirectory ? [entry.name] : [];
  });
  return { files: [...transfer.files].filter(({ name }) => !folders.includes(name)), folders };
}

/**
 * While it is shown, files may be dropped anywhere on the window, unless a dialog is open. A button that does the same
 * stands on the screen (WCAG 2.5.7).
 */
export function WindowDrop({ what, onDrop }: WindowDropProps) {
  const [over, setOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    // What is dragged from the window itself is none of this.
    let isOwn = false;
    const taken = (event: DragEvent): event is DragEvent & { readonly dataTransfer: DataTransfer } =>
      event.dataTransfer !== null && !isOwn && !isOpenDialog() && brings(event.dataTransfer);
    const drag = (event: DragEvent) => {
      if (!taken(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented || !taken(event)) return;
      event.preventDefault();
      latest.current(droppedOf(event.dataTransfer));
    };
    const begin = () => {
      isOwn = true;
    };
    const end = () => {
      isOwn = false;
      setOver(false);
    };
    const listeners = { dragenter: drag, dragover: drag, dragleave: leave, drop, dragstart: begin, dragend: end };
    for (const [name, listener] of Object.entries(listeners))
      document.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        document.removeEventListener(name, listener as EventListener);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="window-drop" aria-hidden="true">
      <p>
        <Icon name="mail" size={24} /> Lascia qui {what}
      </p>
    </div>
  );
}
