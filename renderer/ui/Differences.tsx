import { VisuallyHidden } from './VisuallyHidden.tsx';

/** A piece of a compared text. `only` marks what stands in one of two independent texts (duplicates, statements). */
export interface DifferenceSegment {
  readonly kind: 'same' | 'added' | 'removed' | 'only';
  readonly text: string;
}

export interface DifferencesProps {
  readonly segments: readonly DifferenceSegment[];
  /** `small` 13/19 in side panes, `normal` 15/24, `large` 16/27 in the head's view. */
  readonly size?: 'small' | 'normal' | 'large' | undefined;
}

function Segment({ kind, text }: DifferenceSegment) {
  if (kind === 'same') return text;
  if (kind === 'only') {
    return (
      <mark>
        <VisuallyHidden>solo qui: </VisuallyHidden>
        {text}
      </mark>
    );
  }
  const Element = kind === 'added' ? 'ins' : 'del';
  return (
    <Element>
      <VisuallyHidden>{kind === 'added' ? 'aggiunto: ' : 'tolto: '}</VisuallyHidden>
      {text}
    </Element>
  );
}

/** A revision with what was added and taken away, each said and drawn in its own way, never by colour alone. */
export function Differences({ segments, size = 'normal' }: DifferencesProps) {
  return (
    <p className={`differences differences-${size}`}>
      {segments.map((segment, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are told apart by their place only
        <Segment key={position} {...segment} />
      ))}
    </p>
  );
}
