import { useCallback, useState } from 'react';
import type { PaneSpec } from '#renderer/ui/index.ts';
import type { MailPicture } from './mailPictures.ts';
import { PicturePane } from './PicturePane.tsx';

/** The picture that was closed last: the pane with its small one is drawn anew, and the focus goes back there. */
let closed: string | undefined;

/** For the small picture: takes the focus when it is drawn again after the large one was closed. */
export const focusOnReturn =
  ({ id }: MailPicture) =>
  (element: HTMLElement | null): void => {
    if (!element || closed !== id) return;
    closed = undefined;
    element.focus({ preventScroll: true });
  };

/** The picture that lies beside the text (R40). */
export interface ShownPicture {
  readonly isOpen: boolean;
  readonly show: (picture: MailPicture) => void;
  readonly close: () => void;
  /** The panes of the screen; while a picture is open, it and the one that takes the rest. */
  readonly beside: (panes: readonly PaneSpec[]) => readonly PaneSpec[];
}

/** A picture beside the text that is written, as large as the window allows. */
export function usePicture(): ShownPicture {
  const [picture, setPicture] = useState<MailPicture>();
  const id = picture?.id;
  const close = useCallback(() => {
    closed = id;
    setPicture(undefined);
  }, [id]);
  const pane = picture && {
    ...{ id: 'picture', label: 'Immagine', width: 460, min: 240, max: 1200 },
    content: <PicturePane key={picture.id} picture={picture} onClose={close} />,
  };
  return {
    isOpen: picture !== undefined,
    show: setPicture,
    close,
    beside: (panes) => (pane ? [pane, ...panes.filter(({ width }) => width === undefined)] : panes),
  };
}
