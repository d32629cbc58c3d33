import type {
  Menu as ElectronMenu,
  MenuItem as ElectronMenuItem,
  MenuItemConstructorOptions,
  PopupOptions,
} from 'electron';
import { app } from './app.ts';
import type { BrowserWindow } from './browser-window.ts';
import { record } from './log.ts';
import { registry } from './registry.ts';

type Role = NonNullable<MenuItemConstructorOptions['role']>;
type RoleAction = { readonly accelerator?: string; readonly run: (window: BrowserWindow | null) => void };

const ZOOM_STEP = 1.2;

function zoom(window: BrowserWindow | null, factor: (old: number) => number): void {
  const contents = window?.webContents;
  contents?.setZoomFactor(factor(contents.getZoomFactor()));
}

/** The roles that do something; the editing ones are Chromium's own keys. */
const ROLES: Partial<Record<Role, RoleAction>> = {
  quit: { accelerator: 'CmdOrCtrl+Q', run: () => app.quit() },
  close: { accelerator: 'CmdOrCtrl+W', run: (window) => window?.close() },
  minimize: { accelerator: 'CmdOrCtrl+M', run: (window) => window?.minimize() },
  reload: { accelerator: 'CmdOrCtrl+R', run: (window) => window?.webContents.reload() },
  resetZoom: { accelerator: 'CmdOrCtrl+0', run: (window) => zoom(window, () => 1) },
  togglefullscreen: { accelerator: 'F11', run: (window) => window?.setFullScreen(!window.isFullScreen()) },
  zoomIn: { accelerator: 'CmdOrCtrl+Plus', run: (window) => zoom(window, (old) => old * ZOOM_STEP) },
  zoomOut: { accelerator: 'CmdOrCtrl+-', run: (window) => zoom(window, (old) => old / ZOOM_STEP) },
};

const MODIFIERS: Readonly<Record<string, string>> = {
  cmdorctrl: 'ctrl',
  commandorcontrol: 'ctrl',
  control: 'ctrl',
  cmd: 'ctrl',
  command: 'ctrl',
  option: 'alt',
};
const KEYS: Readonly<Record<string, string>> = { plus: '+', esc: 'escape', return: 'enter', space: ' ' };

/** An accelerator in the form in which a page reports its keys: `ctrl+shift+alt+key`, lower case, in this order. */
function normaliseAccelerator(accelerator: string): string {
  const parts = accelerator.toLowerCase().split('+');
  const key = parts.pop() ?? '';
  const pressed = new Set(parts.map((part) => MODIFIERS[part] ?? part));
  return [...['ctrl', 'shift', 'alt'].filter((modifier) => pressed.has(modifier)), KEYS[key] ?? key].join('+');
}

/** Electron's `MenuItem`. */
export class MenuItem implements Pick<ElectronMenuItem, 'id' | 'label' | 'enabled' | 'visible' | 'checked' | 'type'> {
  readonly id: string;
  readonly label: string;
  readonly type: ElectronMenuItem['type'];
  readonly role: Role | undefined;
  readonly accelerator: string | null;
  readonly submenu: Menu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  /** Called without arguments by specs; the window is the focused one unless given. */
  readonly click: (event?: object, window?: BrowserWindow | null) => void;

  constructor(options: MenuItemConstructorOptions) {
    const { role, submenu } = options;
    this.id = options.id ?? '';
    this.label = options.label ?? role ?? '';
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.role = role;
    this.accelerator = options.accelerator ?? (role && ROLES[role]?.accelerator) ?? null;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : undefined;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.click = (event = {}, window = registry.focused) => {
      if (!this.enabled) return;
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (options.click) options.click(this as unknown as ElectronMenuItem, window as never, event);
      else if (role) ROLES[role]?.run(window);
    };
  }
}

/** Electron's `Menu`; nothing is drawn. */
export class Menu implements Pick<ElectronMenu, 'popup'> {
  static #application: Menu | null = null;
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
    for (const contents of registry.contents.values()) {
      contents.page?.post({ kind: 'accelerators', keys: menuKeys() });
    }
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): MenuItem | null {
    return this.flat().find((item) => item.id === id) ?? null;
  }

  popup(options: PopupOptions = {}): void {
    record('menu-popup', { menu: this, labels: this.items.map((item) => item.label) });
    options.callback?.();
  }

  /** All items, those of submenus included. */
  flat(): readonly MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.flat() ?? [])]);
  }
}

function withAccelerator(): readonly (readonly [string, MenuItem])[] {
  const items = Menu.getApplicationMenu()?.flat() ?? [];
  return items.flatMap((item) => (item.accelerator ? [[normaliseAccelerator(item.accelerator), item] as const] : []));
}

/** The keys the application menu wants to hear of. */
export function menuKeys(): readonly string[] {
  return withAccelerator().map(([key]) => key);
}

/** Clicks the menu item of a key pressed in `window`. */
export function pressMenuKey(key: string, window: BrowserWindow): void {
  const found = withAccelerator().find(([known, item]) => known === key && item.enabled);
  found?.[1].click({ triggeredByAccelerator: true }, window);
}
