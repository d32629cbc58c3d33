import { type ReactNode, useId } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconShapes.ts';
import { useRemedy } from './remedies.ts';
import { Sign } from './Sign.tsx';
import type { Mark } from './signShapes.ts';

/** `bad` stops the user, `warn` asks to look, `info` informs, `idle` is a state of the surroundings (no network). */
export type ProblemTone = 'bad' | 'warn' | 'info' | 'idle';

export interface ProblemBannerProps {
  readonly tone?: ProblemTone | undefined;
  /** What happened; no full stop. */
  readonly heading: string;
  /** Why and what is safe, then what to do: two lines at most. */
  readonly lines: readonly string[];
  /** The name of the problem: its remedy gets a button, where there is one. */
  readonly code?: string | undefined;
  /** One or two small buttons. */
  readonly actions?: ReactNode;
  /** `below` puts the buttons under the text (narrow panes), `end` at the right. */
  readonly place?: 'end' | 'below' | undefined;
  /** In place of the tone's own sign. */
  readonly sign?: Mark | undefined;
  readonly icon?: IconName | undefined;
  /** How it is announced: `bad` interrupts, the others wait for a pause; `off` where it stands since the start. */
  readonly live?: 'alert' | 'status' | 'off' | undefined;
}

const SIGN: Readonly<Record<ProblemTone, Mark>> = {
  bad: 'error',
  warn: 'warning',
  info: 'info',
  idle: 'unverified',
};

/** What / why / what to do, where the trouble is: it pushes content and never covers it (L4). */
export function ProblemBanner(props: ProblemBannerProps) {
  const { tone = 'bad', heading, lines, code, actions, place = 'end', sign, icon, live } = props;
  const id = useId();
  const remedy = useRemedy(code);
  const role = live ?? (tone === 'bad' ? 'alert' : 'status');
  return (
    <section className={`problem problem-${tone} problem-${place}`} aria-labelledby={id}>
      {icon ? <Icon name={icon} size={20} /> : <Sign name={sign ?? SIGN[tone]} size={20} />}
      <div className="problem-words" role={role === 'off' ? undefined : role}>
        <h2 id={id}>{heading}</h2>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {(actions || remedy) && (
        <div className="problem-actions">
          {remedy && (
            <Button size="small" onClick={remedy.run}>
              {remedy.label}
            </Button>
          )}
          {actions}
        </div>
      )}
    </section>
  );
}

export interface ReadOnlyNoticeProps {
  /** What is open and where: `Questa richiesta è aperta allo sportello 2`. */
  readonly heading: string;
  /** Who has it, since when, and what is possible meanwhile. */
  readonly lines: readonly string[];
  readonly code?: string | undefined;
  /** A button such as `Prendila tu…`. */
  readonly actions?: ReactNode;
}

/** Says who is editing and since when, while the screen can only be read. */
export function ReadOnlyNotice(props: ReadOnlyNoticeProps) {
  return <ProblemBanner tone="info" place="below" {...props} />;
}
