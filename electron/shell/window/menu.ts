import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, Section } from '#shared/ipc/events.ts';
import { sections } from '#shared/ipc/events.ts';

const SECTION_LABELS: Readonly<Record<Section, string>> = {
  today: 'Oggi',
  requests: 'Richieste',
  approval: 'Approvazione',
  queue: 'Coda',
  register: 'Registro',
  report: 'Report',
  service: 'Servizio',
};

/** What the menu does besides what Electron does by itself. */
interface MenuActions {
  readonly send: (command: MenuCommand) => void;
  readonly about: () => void;
}

/**
 * The menu of the window. On Windows and Linux a window with the blue bar has no menu bar, nor do assistive programs find
 * one: the menu only gives the keys of L5 to every screen.
 */
export function menuTemplate({ send, about }: MenuActions): MenuItemConstructorOptions[] {
  const command = (id: MenuCommand, label: string, accelerator: string): MenuItemConstructorOptions => ({
    id,
    label,
    accelerator,
    click: () => send(id),
  });
  /** The same command by another key: nowhere to be seen. */
  const alsoBy = (role: NonNullable<MenuItemConstructorOptions['role']>, label: string, accelerator: string) => ({
    ...{ label, role, accelerator },
    visible: false,
  });
  return [
    {
      label: 'File',
      submenu: [
        command('settings', 'Impostazioni', 'CmdOrCtrl+,'),
        { type: 'separator' },
        { id: 'quit', label: 'Chiudi l’app', role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: 'Modifica',
      submenu: [
        { label: 'Annulla', role: 'undo' },
        { label: 'Ripeti', role: 'redo' },
        { type: 'separator' },
        { label: 'Taglia', role: 'cut' },
        { label: 'Copia', role: 'copy' },
        { label: 'Incolla', role: 'paste' },
        { label: 'Seleziona tutto', role: 'selectAll' },
      ],
    },
    {
      label: 'Visualizza',
      submenu: [
        // An Italian keyboard writes `+` without Shift, which Electron calls `=`; the keys of the number pad have names of their own.
        alsoBy('zoomIn', 'Ingrandisci', 'CmdOrCtrl+='),
        alsoBy('zoomIn', 'Ingrandisci', 'CmdOrCtrl+numadd'),
        alsoBy('zoomOut', 'Rimpicciolisci', 'CmdOrCtrl+numsub'),
        alsoBy('resetZoom', 'Dimensione normale', 'CmdOrCtrl+num0'),
        { id: 'zoom-in', label: 'Ingrandisci', role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
        { id: 'zoom-out', label: 'Rimpicciolisci', role: 'zoomOut', accelerator: 'CmdOrCtrl+-' },
        { id: 'zoom-reset', label: 'Dimensione normale', role: 'resetZoom', accelerator: 'CmdOrCtrl+0' },
        { type: 'separator' },
        { label: 'Schermo intero', role: 'togglefullscreen', accelerator: 'F11' },
      ],
    },
    {
      label: 'Vai',
      submenu: sections.map((section, index) => command(section, SECTION_LABELS[section], `CmdOrCtrl+${index + 1}`)),
    },
    {
      label: 'Aiuto',
      submenu: [
        command('keys', 'Tasti di questa schermata', 'F1'),
        { id: 'help', label: 'Aiuto', click: () => send('help') },
        { type: 'separator' },
        { id: 'about', label: 'Informazioni su Avvisi PuntoSi', click: about },
      ],
    },
  ];
}
