/** The system programs some tests need: which are missing on this machine, and how they are installed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../standin/chromium.ts';

interface SystemPackage {
  readonly name: string;
  readonly isThere: () => boolean;
}

const hasCommand = (name: string): boolean => spawnSync(name, ['--version']).error === undefined;

/** Debian's names. */
const PACKAGES: readonly SystemPackage[] = [
  { name: 'chromium', isThere: () => findChromium() !== undefined },
  { name: 'xvfb', isThere: () => hasCommand('Xvfb') },
  { name: 'poppler-utils', isThere: () => hasCommand('pdftotext') },
  { name: 'qpdf', isThere: () => hasCommand('qpdf') },
  { name: 'openssl', isThere: () => hasCommand('openssl') },
  { name: 'dovecot-imapd', isThere: () => existsSync('/usr/sbin/dovecot') },
  { name: 'exim4-daemon-light', isThere: () => existsSync('/usr/sbin/exim4') },
  { name: 'dovecot-lmtpd', isThere: () => existsSync('/usr/lib/dovecot/lmtp') },
  { name: 'fonts-liberation', isThere: () => existsSync('/usr/share/fonts/truetype/liberation') },
];

/** The packages this machine lacks. */
export function missingPackages(): readonly string[] {
  return PACKAGES.filter(({ isThere }) => !isThere()).map(({ name }) => name);
}

/** The one command that installs `names`. */
export function installCommand(names: readonly string[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/** Installs `names`; throws when it cannot: not root, or no Debian. */
export function installPackages(names: readonly string[]): void {
  if (process.getuid?.() !== 0 || !hasCommand('apt-get')) {
    throw new Error(`Only root on a Debian-like machine can install: ${names.join(', ')}`);
  }
  const { status } = spawnSync('sh', ['-c', installCommand(names)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`The installation of ${names.join(', ')} ended with code ${status}.`);
}
