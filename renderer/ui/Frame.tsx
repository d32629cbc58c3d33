import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { KeyMap } from './KeyMap.tsx';
import { cyclePane, followFocus } from './paneCycle.ts';
import { Rail, type RailItem } from './Rail.tsx';
import { StatusBar, type StatusItem } from './StatusBar.tsx';
import { ShortcutGroup, useShortcuts } from './useShortcuts.tsx';

export interface FrameProps {
  readonly municipality: string;
  /** Name and role of who sits at the desk: `Marta Bellin, operatrice`. */
  readonly person: string;
  /** Opens the change of person on a shared PC. */
  readonly onPerson: () => void;
  /** Opens the command field (Ctrl+K). */
  readonly onCommand: () => void;
  /** Opens the emergency (Ctrl+E). */
  readonly onEmergency: () => void;
  readonly sections: readonly RailItem[];
  readonly footSections?: readonly RailItem[] | undefined;
  /** Id of the section on screen. */
  readonly current: string;
  readonly onGo: (id: string) => void;
  readonly status: readonly StatusItem[];
  /** The training banner, when on. */
  readonly banner?: ReactNode;
  /** The screen: `ScreenHead`, panes, `ActionBar`. */
  readonly children: ReactNode;
}

type BarProps = Pick<FrameProps, 'municipality' | 'person' | 'onPerson' | 'onCommand' | 'onEmergency'>;

function Bar({ municipality, person, onPerson, onCommand, onEmergency }: BarProps) {
  useShortcuts([{ keys: 'Control+K', label: 'Cerca o scrivi un comando', run: onCommand }]);
  return (
    <header className="bar">
      <div className="bar-brand">
        <b>Avvisi PuntoSi</b>
        <span className="ellipsis">{municipality}</span>
      </div>
      <button type="button" className="bar-command" aria-keyshortcuts="Control+K" onClick={onCommand}>
        <Icon name="search" />
        <span className="bar-command-words grow">Cerca o scrivi un comando</span>
        <Kbd keys="Control+K" />
      </button>
      <div className="bar-end">
        <Button icon="alert" aria-keyshortcuts="Control+E" onClick={onEmergency}>
          Emergenza
        </Button>
        <button type="button" className="bar-person" title={`Cambia persona: ${person}`} onClick={onPerson}>
          <Icon name="person" />
          <span className="bar-person-words ellipsis">{person}</span>
        </button>
      </div>
    </header>
  );
}

function FrameKeys({ onEmergency, onMap }: { readonly onEmergency: () => void; readonly onMap: () => void }) {
  useShortcuts([
    { keys: 'Control+E', label: 'Emergenza', run: onEmergency },
    { keys: 'F6', label: 'Riquadro seguente', run: () => cyclePane(1) },
    { keys: 'Shift+F6', label: 'Riquadro precedente', run: () => cyclePane(-1) },
    { keys: 'F1', label: 'Mostra i tasti', run: onMap },
    { keys: '?', label: 'Mostra i tasti', run: onMap },
  ]);
  return null;
}

/** The window: bar, rail, the screen as main landmark, status bar; skip link, F1, F6. Rendered once around the screens. */
export function Frame(props: FrameProps) {
  const { sections, footSections, current, onGo, status, banner, children, ...bar } = props;
  const [map, setMap] = useState(false);
  const showMap = () => setMap(true);
  useEffect(followFocus, []);
  return (
    <div className="frame">
      <a className="skip-link" href="#contenuto">
        Vai al contenuto
      </a>
      <ShortcutGroup name="Ovunque" everywhere>
        <Bar {...bar} />
        <FrameKeys onEmergency={bar.onEmergency} onMap={showMap} />
        {banner}
        <Rail items={sections} footItems={footSections} current={current} onGo={onGo} />
      </ShortcutGroup>
      <main className="screen" id="contenuto" tabIndex={-1}>
        {children}
      </main>
      <StatusBar
        items={status}
        endItems={[
          { id: 'keys', text: 'Tasti', keys: '?', onOpen: showMap },
          { id: 'panes', text: 'Riquadro', keys: 'F6', onOpen: () => cyclePane(1) },
        ]}
      />
      {map && <KeyMap onClose={() => setMap(false)} />}
    </div>
  );
}
