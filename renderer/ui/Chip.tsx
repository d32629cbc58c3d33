import type { ReactNode } from 'react';
import type { Evidence, Truth } from '#shared/kernel/evidence.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconShapes.ts';
import { Sign } from './Sign.tsx';
import type { Mark, SignName, Tone } from './signShapes.ts';
import { sayEvidence, TRUTH_LOOKS } from './truth.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Green is no colour to choose: it comes with its evidence (P66). */
export type PlainTone = Exclude<Tone, 'ok'>;
export type PlainSign = SignName;

interface PlainChipProps {
  readonly tone?: PlainTone | undefined;
  readonly sign?: PlainSign | undefined;
  readonly icon?: IconName | undefined;
  /** What the word rests on, under the pointer and for a screen reader (P66). */
  readonly evidence?: string | undefined;
  readonly truth?: never;
  /** The state in lower case: `manca il link` (L6). */
  readonly children: ReactNode;
}

interface TruthChipProps {
  /** A word with what it rests on: of an `Evidence` alone the chip is green. */
  readonly truth: Truth | Evidence;
  /** What is told besides, under the pointer. */
  readonly evidence?: string | undefined;
  readonly children?: never;
}

export type ChipProps = PlainChipProps | TruthChipProps;

interface LookProps extends Pick<PlainChipProps, 'icon' | 'evidence' | 'children'> {
  readonly tone: Tone;
  readonly sign: Mark | undefined;
}

function Look({ tone, sign, icon, evidence, children }: LookProps) {
  return (
    <span className={sign || icon ? `chip chip-${tone}` : `chip chip-${tone} chip-bare`} title={evidence}>
      {sign && <Sign name={sign} size={14} />}
      {icon && <Icon name={icon} size={14} />}
      {children}
      {evidence && <VisuallyHidden>: {evidence}</VisuallyHidden>}
    </span>
  );
}

/** A state: sign and word, colour only confirms it. Never clickable (a filter is a `FilterChip`). */
export function Chip(props: ChipProps) {
  if (props.truth) {
    const { truth, evidence = sayEvidence(truth) } = props;
    return (
      <Look tone={TRUTH_LOOKS[truth.sign].tone} sign={truth} evidence={evidence}>
        {truth.word}
      </Look>
    );
  }
  const { tone = 'idle', sign, ...rest } = props;
  return <Look {...rest} tone={tone} sign={sign} />;
}

export interface FilterChipProps {
  /** The filter in words: `stato: inviato o incerto`. */
  readonly text: string;
  readonly onRemove: () => void;
}

/** An active filter; pressing it takes the filter away. */
export function FilterChip({ text, onRemove }: FilterChipProps) {
  return (
    <button
      type="button"
      className="chip chip-info chip-filter"
      aria-label={`Togli filtro: ${text}`}
      onClick={onRemove}
    >
      {text}
      <Icon name="close" size={12} />
    </button>
  );
}

export interface CountProps {
  readonly children: ReactNode;
}

/** The number beside a title or a tab: `8`, `4 da decidere`. */
export function Count({ children }: CountProps) {
  return <span className="count">{children}</span>;
}
