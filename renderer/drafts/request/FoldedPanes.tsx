import { Button } from '#renderer/ui/index.ts';

/** A pane that is hidden where the window is narrow. */
export type FoldedPane = 'mail' | 'preview';

export interface FoldedPanesProps {
  readonly open: FoldedPane | undefined;
  readonly onOpen: (pane: FoldedPane | undefined) => void;
}

const PANES = [
  { id: 'mail', label: 'E-mail', icon: 'mail' },
  { id: 'preview', label: 'Anteprima', icon: 'eye' },
] as const;

/** The buttons that open the panes which are hidden where the window is narrow. */
export function FoldedPanes({ open, onOpen }: FoldedPanesProps) {
  return PANES.map(({ id, label, icon }) => (
    <Button
      key={id}
      size="small"
      icon={icon}
      className="only-compact"
      aria-expanded={open === id}
      onClick={() => onOpen(open === id ? undefined : id)}
    >
      {label}
    </Button>
  ));
}
