import './picturePane.css';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button, PaneHeader } from '#renderer/ui/index.ts';
import { addressOfPicture, type MailPicture } from './mailPictures.ts';

export interface PicturePaneProps {
  readonly picture: MailPicture;
  readonly onClose: () => void;
}

/** How large the picture is shown: as wide as the pane, or by its own points. */
type Zoom = 'fit' | number;
const STEPS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const;
const PERCENT = 100;

const larger = (zoom: number): number => STEPS.find((step) => step > zoom + 0.01) ?? 4;
const smaller = (zoom: number): number => STEPS.findLast((step) => step < zoom - 0.01) ?? 0.25;

/** A picture beside the editor, as large as one likes: its text is copied by reading it (R40). + − 0 and the arrows; Esc closes it. */
export function PicturePane({ picture, onClose }: PicturePaneProps) {
  const { name, width, height } = picture;
  const [zoom, setZoom] = useState<Zoom>('fit');
  const image = useRef<HTMLImageElement>(null);
  const shown = (): number => (zoom === 'fit' ? (image.current?.clientWidth ?? width) / width : zoom);
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => setZoom(larger(shown())),
    '-': () => setZoom(smaller(shown())),
    '0': () => setZoom('fit'),
    Escape: onClose,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act while the focus is anywhere in the pane
    <div className="picture-pane" onKeyDown={onKeyDown}>
      <PaneHeader title={name}>
        <Button kind="quiet" size="small" onClick={keys['-'] as () => void} aria-keyshortcuts="-">
          Più piccola
        </Button>
        <Button kind="quiet" size="small" onClick={keys['+'] as () => void} aria-keyshortcuts="+">
          Più grande
        </Button>
        <Button kind="quiet" size="small" onClick={keys['0'] as () => void} aria-keyshortcuts="0">
          Adatta
        </Button>
        <Button kind="quiet" size="small" icon="close" label="Chiudi l’immagine" onClick={onClose} />
      </PaneHeader>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="picture-scroll" aria-label={`Immagine: ${name}`} tabIndex={0} ref={focusOnce}>
        <img
          ref={image}
          className={zoom === 'fit' ? 'picture-fit' : undefined}
          src={addressOfPicture(picture)}
          alt={name}
          width={zoom === 'fit' ? width : Math.round(width * zoom)}
          height={zoom === 'fit' ? height : Math.round(height * zoom)}
        />
      </section>
      <p className="small muted picture-foot" role="status">
        {zoom === 'fit' ? 'Larga quanto il riquadro' : `Ingrandita al ${Math.round(zoom * PERCENT)} %`}
      </p>
    </div>
  );
}

/** The picture takes the focus when it opens, so that its keys work at once. */
const focusOnce = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });
