import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { Separator } from './Separator.tsx';

export interface PaneSpec {
  readonly id: string;
  /** Name of the region: `E-mail`. */
  readonly label: string;
  /** Width in px at the start. Exactly one pane has none: it takes the rest. */
  readonly width?: number | undefined;
  /** Limits of the width in px; 160 and 720 when not given. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Side and foot panes lie on the sunken ground. */
  readonly sunken?: boolean | undefined;
  /** Between 901 and 1279 px the pane is hidden; `openPane` shows it over the others. */
  readonly folds?: boolean | undefined;
  /** `PaneHeader`, `PaneBody`, lists, tables. */
  readonly content: ReactNode;
}

/** Widths in px by pane id. */
export type PaneWidths = Readonly<Record<string, number>>;

export interface PanesProps {
  readonly panes: readonly PaneSpec[];
  /** The remembered widths of this screen and desk. */
  readonly widths?: PaneWidths | undefined;
  /** A separator was moved: remember these widths. */
  readonly onWidths?: ((widths: PaneWidths) => void) | undefined;
  /** The folding pane that lies open over the others. */
  readonly openPane?: string | undefined;
  /** Esc in the open pane. */
  readonly onClosePane?: (() => void) | undefined;
}

/** The widths of each set of panes as they were left, for as long as the window is open: panes keep their place (P68). */
const left = new Map<string, PaneWidths>();

const MIN = 160;
const MAX = 720;

/** Focus goes into the pane that opens over the others, and back where it was when it closes. */
function useOpenPane(id: string | undefined): void {
  useEffect(() => {
    if (id === undefined) return;
    const before = document.activeElement;
    document.getElementById(id)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [id]);
}

/** The work area divided by lines that can be moved; below 900 px one column with jump links. */
export function Panes({ panes, widths, onWidths, openPane, onClosePane }: PanesProps) {
  const base = useId();
  const isKept = widths !== undefined || onWidths !== undefined;
  const set = panes.map(({ id }) => id).join(' ');
  const [moved, setMoved] = useState<PaneWidths>(() => (isKept ? undefined : left.get(set)) ?? {});
  const now = { ...widths, ...moved };
  const rest = panes.findIndex((pane) => pane.width === undefined);
  useOpenPane(openPane === undefined ? undefined : `${base}-${openPane}`);

  const separator = (pane: PaneSpec, side: 1 | -1) => (
    <Separator
      label={`Larghezza di ${pane.label}`}
      controls={`${base}-${pane.id}`}
      className={pane.folds ? 'separator-folds' : undefined}
      width={now[pane.id] ?? pane.width ?? MIN}
      min={pane.min ?? MIN}
      max={pane.max ?? MAX}
      side={side}
      onMove={(width) => setMoved((before) => ({ ...before, [pane.id]: width }))}
      onDone={(width) => {
        const done = { ...now, [pane.id]: width };
        if (onWidths) onWidths(done);
        else left.set(set, done);
      }}
    />
  );
  const section = (pane: PaneSpec) => {
    const open = pane.id === openPane;
    const classes = ['pane', pane.width === undefined && 'pane-rest', pane.sunken && 'pane-sunken'];
    if (pane.folds) classes.push('pane-folds', open && 'pane-open');
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onClosePane?.();
    };
    return (
      <section
        className={classes.filter(Boolean).join(' ')}
        id={`${base}-${pane.id}`}
        aria-label={pane.label}
        data-pane="pane"
        tabIndex={-1}
        style={pane.width === undefined ? undefined : { flexBasis: now[pane.id] ?? pane.width }}
        onKeyDown={open ? onKeyDown : undefined}
      >
        {pane.content}
      </section>
    );
  };
  return (
    <>
      {panes.length > 1 && (
        <nav className="jump-links" aria-label="Riquadri">
          {panes.map((pane) => (
            <button
              key={pane.id}
              type="button"
              className="link"
              onClick={() => document.getElementById(`${base}-${pane.id}`)?.focus()}
            >
              {pane.label}
            </button>
          ))}
        </nav>
      )}
      <div className="panes">
        {panes.map((pane, position) => (
          <Fragment key={pane.id}>
            {position > rest && separator(pane, -1)}
            {section(pane)}
            {position < rest && separator(pane, 1)}
          </Fragment>
        ))}
      </div>
    </>
  );
}
