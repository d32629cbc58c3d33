import type { CheckLine } from '#shared/drafts/facts.ts';
import { Sign, type SignName } from '../ui/index.ts';
import { capitalised } from '../ui/moments.ts';
import type { FilledLine } from './judging.ts';

const SIGNS: Readonly<Record<CheckLine['outcome'], SignName>> = {
  'a posto': 'done',
  'da vedere': 'warning',
  'da correggere': 'error',
  'non verificato': 'unverified',
};

/** The checklist of the intake (P25), as it fills itself while the text and the data change. */
export function ChecksList({ lines }: { readonly lines: readonly FilledLine[] }) {
  const right = lines.filter(({ outcome }) => outcome === 'a posto').length;
  return (
    <section className="checks" aria-label="Controlli">
      <div className="checks-head">
        <h2 className="grow">Controlli</h2>
        <span className="pane-note">
          {right} di {lines.length} a posto
        </span>
      </div>
      <ul>
        {lines.map(({ line, outcome, detail }) => (
          <li key={line}>
            <Sign name={SIGNS[outcome]} label={outcome} />
            <span>{capitalised(line)}</span>
            <span className="checks-detail">{detail}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
