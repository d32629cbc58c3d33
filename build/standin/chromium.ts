import { existsSync } from 'node:fs';

/** Debian's `/usr/bin/chromium` is a wrapper that adds flags of its own: the program behind it comes first. */
const CANDIDATES = ['/usr/lib/chromium/chromium', '/usr/bin/chromium', '/usr/bin/google-chrome'];

/**
 * Path of the machine's Chromium, or `undefined` when it has none.
 * The variable `STANDIN_CHROMIUM` names another one; it decides alone, so that an empty value means "none".
 */
export function findChromium(): string | undefined {
  const named = process.env.STANDIN_CHROMIUM;
  const candidates = named === undefined ? CANDIDATES : [named];
  return candidates.find((path) => path !== '' && existsSync(path));
}

/** Whether windows stay invisible: asked for with `STANDIN_HEADLESS=1`, or there is no screen to show them on. */
export function isHeadless(): boolean {
  const { STANDIN_HEADLESS, DISPLAY, WAYLAND_DISPLAY } = process.env;
  return STANDIN_HEADLESS === '1' || (!DISPLAY && !WAYLAND_DISPLAY);
}

/** The only display the stand-in tells the app about, in pixels. */
export const DISPLAY_SIZE = { width: 1920, height: 1080 } as const;

const QUIET = [
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-service-autorun',
];

const FEATURES_LEFT_OUT = [
  ...['Translate', 'OptimizationHints', 'MediaRouter', 'HttpsUpgrades', 'NetworkTimeServiceQuerying'],
  ...['PreconnectToSearch', 'AimEnabled'],
];

/**
 * The app serves itself from memory: no name is ever to be resolved, whatever a page or Chromium itself asks for. Only with
 * `STANDIN_LOOPBACK=1` this computer itself can be reached, over a WebSocket.
 */
function networkFlags(): readonly string[] {
  const isOpen = process.env.STANDIN_LOOPBACK === '1';
  const checks = isOpen ? ['LocalNetworkAccessChecks', 'LocalNetworkAccessChecksWebSockets'] : [];
  return [
    `--host-resolver-rules=MAP * ~NOTFOUND${isOpen ? ', EXCLUDE 127.0.0.1' : ''}`,
    `--disable-features=${[...FEATURES_LEFT_OUT, ...checks].join()}`,
  ];
}

const STEADY = [
  '--disable-back-forward-cache',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-hang-monitor',
  '--deny-permission-prompts',
  '--force-color-profile=srgb',
  '--lang=it',
  '--password-store=basic',
  '--use-mock-keychain',
];

/** The flags every Chromium process of one profile shares. */
export function profileFlags(profile: string): readonly string[] {
  // Chromium refuses root with its sandbox on; without --test-type it then spends 56 pixels on a warning bar.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
  return [`--user-data-dir=${profile}`, ...asRoot];
}

/** All flags of the browser process, which is driven over file descriptors 3 and 4 and touches no network. */
export function browserFlags(profile: string, debuggingPort: number | undefined): readonly string[] {
  return [
    '--remote-debugging-pipe',
    ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    ...profileFlags(profile),
    ...QUIET,
    ...networkFlags(),
    ...STEADY,
    ...(isHeadless() ? ['--headless=new', `--screen-info={${DISPLAY_SIZE.width}x${DISPLAY_SIZE.height}}`] : []),
  ];
}
