import { useState } from 'react';
import { Dialog } from './Dialog.tsx';
import { printKeys } from './keys.ts';
import { listShortcuts, singleCharacterShortcuts } from './shortcuts.ts';

export interface KeyMapProps {
  readonly onClose: () => void;
}

/** The keys that work on the screen it was opened from (F1), by group. */
export function KeyMap({ onClose }: KeyMapProps) {
  const [groups] = useState(() =>
    [...listShortcuts()].map(([name, shortcuts]) => ({
      name,
      rows: shortcuts.map(({ keys, label, within }) => ({
        keys: printKeys(keys),
        label,
        inList: within !== undefined,
      })),
    })),
  );
  return (
    <Dialog title="Tasti di questa schermata" onClose={onClose}>
      {groups.map((group) => (
        <section key={group.name} className="key-map">
          <h3>{group.name}</h3>
          <dl>
            {group.rows.map((row) => (
              <div key={`${row.keys} ${row.label}`}>
                <dt>
                  <kbd className="kbd">{row.keys}</kbd>
                </dt>
                <dd>
                  {row.label}
                  {row.inList && <span className="muted">, nell’elenco</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {!singleCharacterShortcuts() && (
        <p className="muted">I tasti di una sola lettera sono spenti nelle impostazioni.</p>
      )}
    </Dialog>
  );
}
