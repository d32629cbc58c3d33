/**
 * `npm run lab:smb`: the shared register on a real SMB drive, on demand. A private Samba server, and a User-Mode Linux
 * guest that mounts its share twice with the kernel's CIFS client (two mounts = two computers) and runs `test/lab` there.
 * Writes what was measured into `build/decisions`. Needs root, /dev/net/tun and the packages below; the guest's root is
 * this machine's file system, so it is for trusted sources only.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const PACKAGES = ['samba', 'smbclient', 'cifs-utils', 'user-mode-linux', 'kmod', 'iproute2'];
const NEEDED = ['/usr/sbin/smbd', '/usr/bin/linux.uml', '/sbin/mount.cifs', '/dev/net/tun'];
const [HOST, GUEST, TAP, PORT, USER] = ['10.99.0.1', '10.99.0.2', 'psitap0', '4455', 'psi'];
const GUEST_MINUTES = 25;
const root = join(import.meta.dirname, '..', '..');
const TABLE = join(root, 'build', 'decisions', '0010-shared-register-on-real-smb.md');

const lab = mkdtempSync(join(tmpdir(), 'puntosi-lab-'));
const run = (program: string, ...parameters: readonly string[]): string =>
  execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const tryRun = (program: string, ...parameters: readonly string[]): void => {
  spawnSync(program, parameters, { stdio: 'ignore' });
};

function sambaSettings(): string {
  const folder = (name: string): string => join(lab, 'smb', name);
  return [
    '[global]',
    'server role = standalone server',
    `interfaces = lo ${HOST}/24`,
    'bind interfaces only = yes',
    `smb ports = ${PORT}`,
    'disable netbios = yes',
    'server min protocol = SMB2_10',
    'map to guest = never',
    'load printers = no',
    'printcap name = /dev/null',
    ...['private', 'lock', 'state', 'cache', 'pid'].map(
      (name) => `${name} ${name === 'private' ? 'dir' : 'directory'} = ${folder(name)}`,
    ),
    `log file = ${folder('log')}/log.%m`,
    `passdb backend = tdbsam:${folder('private')}/passdb.tdb`,
    '[X]',
    `path = ${folder('share')}`,
    'read only = no',
    `valid users = ${USER}`,
    `force user = ${USER}`,
    'strict sync = yes',
    'case sensitive = no',
    '',
  ].join('\n');
}

/** What the guest does: network, the modules of CIFS, two mounts, the tests. */
function guestProgram(results: string): string {
  return `#!/bin/bash
export PATH=${join(root, 'node_modules', '.bin')}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root NO_COLOR=1
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t tmpfs tmpfs /run; mount -t tmpfs tmpfs /mnt
mount -t devtmpfs dev /dev 2>/dev/null
ip link set lo up
NETIF=$(ls /sys/class/net | grep -E '^(eth|vec)' | head -1)
ip addr add ${GUEST}/24 dev $NETIF; ip link set $NETIF up
printf '#!/bin/bash\\nexec /sbin/modprobe -d ${lab}/uml "$@"\\n' > /run/modprobe-uml; chmod +x /run/modprobe-uml
echo /run/modprobe-uml > /proc/sys/kernel/modprobe
for m in sha512_generic cmac hmac ccm gcm ecb nls_utf8 md4 cifs; do /run/modprobe-uml $m || echo "module $m missing"; done
for i in a b; do
  mkdir -p /mnt/$i
  mount -t cifs //${HOST}/X /mnt/$i -o username=${USER},password=${USER},vers=3.1.1,port=${PORT},nosharesock && echo "mounted $i"
done
cd ${root}
export PUNTOSI_LAB_A="/mnt/a/Area PSi Cultura/ PuntoSi" PUNTOSI_LAB_B="/mnt/b/Area PSi Cultura/ PuntoSi"
export PUNTOSI_LAB_RESULTS=${results}
mkdir -p "$PUNTOSI_LAB_A"
node --version
vitest run --config build/vitest.lab.config.ts
echo "guest ended with $?"
sync
echo o > /proc/sysrq-trigger 2>/dev/null; poweroff -f 2>/dev/null; sleep 1; kill -9 1
`;
}

function startSamba(): () => void {
  for (const name of ['private', 'lock', 'state', 'cache', 'pid', 'log', 'share']) {
    mkdirSync(join(lab, 'smb', name), { recursive: true });
  }
  run('chmod', '-R', 'a+rX', lab);
  const settings = join(lab, 'smb', 'smb.conf');
  writeFileSync(settings, sambaSettings());
  tryRun('useradd', '-M', '-s', '/usr/sbin/nologin', USER);
  run('chown', USER, join(lab, 'smb', 'share'));
  execFileSync('smbpasswd', ['-c', settings, '-s', '-a', USER], {
    input: `${USER}\n${USER}\n`,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  tryRun('ip', 'tuntap', 'add', 'dev', TAP, 'mode', 'tap');
  run('ip', 'addr', 'replace', `${HOST}/24`, 'dev', TAP);
  run('ip', 'link', 'set', TAP, 'up');
  const server = spawn('smbd', ['--foreground', '--no-process-group', '-s', settings, '--debug-stdout'], {
    stdio: 'ignore',
    detached: true,
  });
  return () => {
    if (server.pid !== undefined) tryRun('kill', '--', `-${server.pid}`);
    tryRun('ip', 'link', 'del', TAP);
  };
}

function runGuest(results: string): string {
  mkdirSync(join(lab, 'uml', 'lib'), { recursive: true });
  mkdirSync(join(lab, 'run'));
  symlinkSync('/usr/lib/uml/modules', join(lab, 'uml', 'lib', 'modules'));
  const program = join(lab, 'init.sh');
  writeFileSync(program, guestProgram(results), { mode: 0o755 });
  const { stdout } = spawnSync(
    'linux.uml',
    [
      'mem=3000M',
      'rootfstype=hostfs',
      'rootflags=/',
      'rw',
      `vec0:transport=tap,ifname=${TAP},depth=128,gro=1`,
      `init=${program}`,
      'con=null',
      'con0=fd:0,fd:1',
      'quiet',
      `uml_dir=${join(lab, 'run')}`,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], timeout: GUEST_MINUTES * 60_000, killSignal: 'SIGKILL' },
  );
  return stdout;
}

function table(results: Readonly<Record<string, string>>, output: string): string {
  // The runner shows its count again and again while it works: the last one counts.
  const counts = [...stripVTControlCharacters(output).matchAll(/Tests\s+(\d[^\r\n]*\(\d+\))/g)];
  const tests = counts.at(-1)?.[1]?.replaceAll('|', ',') ?? 'not finished';
  const samba = run('smbd', '--version').trim().replace('Version', 'Samba');
  return [
    '# 10 The shared register on a real SMB drive',
    'Written by `npm run lab:smb`: a private Samba server, and a guest that mounts its share twice with the kernel’s CIFS client (SMB 3.1.1, two mounts without a shared socket = two computers). The guest is an emulated machine, several times slower than a desk PC: the outcomes count, the times are upper bounds.',
    '',
    '| what | outcome |',
    '|---|---|',
    `| server | ${samba} |`,
    `| tests of \`test/lab\` (contract of the shared log, claims, two desks) | ${tests} |`,
    ...Object.entries(results).map(([name, value]) => `| ${name} | ${value} |`),
    '',
  ].join('\n');
}

const missing = NEEDED.filter((path) => !existsSync(path));
if (process.getuid?.() !== 0 || missing.length > 0) {
  console.error(
    `Needs root and: ${missing.join(', ')}\n  apt-get install --no-install-recommends ${PACKAGES.join(' ')}`,
  );
  process.exit(2);
}
const stop = startSamba();
try {
  const results = join(lab, 'results.json');
  writeFileSync(results, '{}');
  const output = runGuest(results);
  process.stdout.write(output);
  writeFileSync(TABLE, table(JSON.parse(readFileSync(results, 'utf8')) as Record<string, string>, output));
  console.log(`Written: ${TABLE}`);
  process.exitCode = output.includes('guest ended with 0') ? 0 : 1;
} finally {
  stop();
  rmSync(lab, { recursive: true, force: true });
}
