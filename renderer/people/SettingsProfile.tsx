import type { Profile } from '#shared/people/profile.ts';
import { Chip, PaneBody, ProblemBanner } from '../ui/index.ts';
import { type ProfileFact, profileGroups } from './settingsWords.ts';

function Fact({ label, lines, toConfirm }: ProfileFact) {
  return (
    <div className="settings-fact">
      <dt>{label}</dt>
      <dd>
        {lines.length === 0 && <span className="muted">non ancora noto</span>}
        {lines.map((line) => (
          <span key={line} className="profile-line">
            {line}
          </span>
        ))}
        {toConfirm && (
          <Chip tone="warn" sign="warning">
            da confermare
          </Chip>
        )}
      </dd>
    </div>
  );
}

/** The data of the municipality, to read (P4): what its documents do not say is marked. */
export function SettingsProfile({ profile }: { readonly profile: Profile }) {
  const open = profile.toConfirm.length;
  return (
    <PaneBody label="Dati del Comune">
      {open > 0 && (
        <ProblemBanner
          tone="info"
          live="off"
          heading={open === 1 ? 'Un dato è da confermare' : `${open} dati sono da confermare`}
          lines={[
            'I documenti del Comune non li dicono: l’app usa il valore che vedi. Chiedi conferma al capo settore.',
          ]}
        />
      )}
      {profileGroups(profile).map(({ title, facts }) => (
        <section key={title} className="profile-group" aria-label={title}>
          <h2>{title}</h2>
          <dl className="settings-facts">
            {facts.map((fact) => (
              <Fact key={fact.label} {...fact} />
            ))}
          </dl>
        </section>
      ))}
    </PaneBody>
  );
}
