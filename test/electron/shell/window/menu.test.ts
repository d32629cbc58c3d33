import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '#electron/shell/window/menu.ts';
import type { MenuCommand } from '#shared/ipc/events.ts';

function build() {
  const sent: (MenuCommand | 'about')[] = [];
  const template = menuTemplate({ send: (command) => sent.push(command), about: () => sent.push('about') });
  const items = template.flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[]);
  return { sent, template, items };
}

describe('menuTemplate', () => {
  it('gives the keys of L5 to sections, settings, help and zoom', () => {
    const { items } = build();
    const keys = Object.fromEntries(
      items.filter(({ accelerator }) => accelerator).map((one) => [one.label, one.accelerator]),
    );
    expect(keys).toEqual({
      Impostazioni: 'CmdOrCtrl+,',
      'Chiudi l’app': 'CmdOrCtrl+Q',
      Ingrandisci: 'CmdOrCtrl+Plus',
      Rimpicciolisci: 'CmdOrCtrl+-',
      'Dimensione normale': 'CmdOrCtrl+0',
      'Schermo intero': 'F11',
      Oggi: 'CmdOrCtrl+1',
      Richieste: 'CmdOrCtrl+2',
      Approvazione: 'CmdOrCtrl+3',
      Coda: 'CmdOrCtrl+4',
      Registro: 'CmdOrCtrl+5',
      Report: 'CmdOrCtrl+6',
      Servizio: 'CmdOrCtrl+7',
      'Tasti di questa schermata': 'F1',
    });
  });

  it('zooms by the keys of an Italian keyboard and its number pad too, without showing them', () => {
    const hidden = build().items.filter(({ visible }) => visible === false);
    expect(hidden.map(({ role, accelerator }) => [role, accelerator])).toEqual([
      ['zoomIn', 'CmdOrCtrl+='],
      ['zoomIn', 'CmdOrCtrl+numadd'],
      ['zoomOut', 'CmdOrCtrl+numsub'],
      ['resetZoom', 'CmdOrCtrl+num0'],
    ]);
  });

  it('names every item in Italian: a role alone would be English', () => {
    const { items } = build();
    expect(items.filter(({ type, label }) => type !== 'separator' && !label)).toEqual([]);
  });

  it('sends what its items say', () => {
    const { items, sent } = build();
    for (const { click } of items) click?.(undefined as never, undefined, undefined as never);
    expect(sent).toEqual([
      'settings',
      'today',
      'requests',
      'approval',
      'queue',
      'register',
      'report',
      'service',
      'keys',
      'help',
      'about',
    ]);
  });
});
