import { type Mark, SIGNS, type SignShape, type Tone } from './signShapes.ts';
import { TRUTH_LOOKS } from './truth.ts';

export interface SignProps {
  /** A shape, or a word with what it rests on: of an `Evidence` alone the sign is green (P66). */
  readonly name: Mark;
  /** What a screen reader says. Leave it out where the word stands beside the sign: the sign is then decoration. */
  readonly label?: string | undefined;
  /** Colour, when it is not the sign's own. */
  readonly tone?: Exclude<Tone, 'ok'> | undefined;
  /** Edge in px. */
  readonly size?: 14 | 16 | 20 | 24 | undefined;
}

/** One of the 14 status signs (L8). */
export function Sign({ name, label, tone, size = 16 }: SignProps) {
  const look = typeof name === 'string' ? { sign: name, tone } : TRUTH_LOOKS[name.sign];
  const shape: SignShape = SIGNS[look.sign];
  const paths = shape.paths.map((path) => (
    <path
      key={`${path.paint} ${path.d}`}
      className={`sign-${path.paint}`}
      d={path.d}
      strokeWidth={path.width}
      strokeDasharray={path.dash}
    />
  ));
  const attributes = {
    className: `sign tone-${look.tone ?? shape.tone}`,
    viewBox: '0 0 16 16',
    width: size,
    height: size,
    focusable: false,
  } as const;
  return label === undefined ? (
    <svg {...attributes} aria-hidden="true">
      {paths}
    </svg>
  ) : (
    <svg {...attributes} role="img" aria-label={label}>
      {paths}
    </svg>
  );
}
