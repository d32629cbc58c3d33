/** A simulated town: plays a history, then lets everything heal, and remembers what must be true in the end. */
import { decodeSegment } from '#electron/journal/exchange/segmentFile.ts';
import { NUMBER, numberEffect } from '#electron/register/numbering.ts';
import { chargeEffects } from '#electron/requests/charge.ts';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import { registerFact } from '#shared/register/facts.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { pen } from '../helpers/facts.ts';
import { type DriveCopy, type MemoryDrive, memoryDrive } from '../helpers/memoryShare.ts';
import { randomFrom } from '../helpers/random.ts';
import { forge, stranger } from '../helpers/stranger.ts';
import type { Command, History } from './commands.ts';
import { type Computer, type ComputerOptions, type Disk, diskOf, restart, startComputer } from './computer.ts';
import { ROW } from './samples.ts';
import { sendingActs } from './sendings.ts';
import { acceptAll, DESKS, emptyDisk, MORNING, REQUESTS, type Town } from './town.ts';

const DAY_MILLISECONDS = 86_400_000;
const FAULTY = 0.04;
const STALE = 0.4;
/** Rounds in which everything must have arrived everywhere. */
const SETTLING_ROUNDS = 12;
const STRANGER = stranger();
const FOREIGN = [
  'desktop.ini',
  'j/Nuova cartella',
  'j/{dev}/000000001-000000003 (copia in conflitto di PC-2).jsonl',
  'j/{dev}/appunti.txt',
  'j/zzzz9999/000000001-000000002.0123456789abcdef0123456789abcdef.jsonl',
  'p/presente.json',
  'COPIA',
] as const;

/** What one computer did to a file that it may not touch. */
export interface Trespass {
  readonly by: string;
  readonly path: string;
  readonly what: string;
}

export interface World {
  readonly drive: MemoryDrive;
  readonly computers: Computer[];
  /** Facts that a commit acknowledged and that no loss of a disk has excused. */
  readonly acknowledged: Set<string>;
  /** Facts that somebody had seen when he set the same thing anew, each with those that replaced it and are not lost. */
  readonly replaced: Map<string, Set<string>>;
  readonly trespasses: Trespass[];
  /** Paths of files planted by strangers. */
  readonly planted: Set<string>;
  /** A computer was cloned or its disk restored. */
  isForked: boolean;
  /** The drive forgot what it had promised: an old copy was put in its place. */
  isForgetful: boolean;
  readonly options: (computer: Computer) => ComputerOptions;
  readonly run: (command: Command) => Promise<void>;
  /** Makes everything whole again and lets it settle, with a new computer that comes last. */
  readonly settle: () => Promise<void>;
}

const hashesOn = ({ desk }: Computer): readonly string[] =>
  desk.database
    .prepare<[], { h: string }>('SELECT h FROM fact')
    .all()
    .map(({ h }) => h);

/** The hashes of all facts that lie whole on the drive. */
function hashesOnDrive(drive: MemoryDrive): Set<string> {
  const found = new Set<string>();
  for (const path of drive.paths()) {
    const [root, dev, name] = path.split('/');
    const bytes = drive.get(path);
    if (root !== 'j' || !dev || !name || !bytes) continue;
    const segment = decodeSegment(dev, name, bytes);
    if (segment.ok) for (const { h } of segment.value.facts) found.add(h);
  }
  return found;
}

/** What a computer still has to do or to learn. */
const fingerprint = ({ desk: { database } }: Computer): string =>
  [
    'SELECT count(*), total(published) FROM fact',
    'SELECT group_concat(path || reason) FROM quarantine',
    "SELECT count(*) FROM effect WHERE state = 'waiting'",
  ]
    .map((sql) => JSON.stringify(database.prepare(sql).raw().get()))
    .join();

export function openWorld(town: Town, { seed, skews, exclusive }: History): World {
  const drive = memoryDrive();
  drive.restore(town.drive);
  drive.time = town.driveTime;
  drive.exclusive = exclusive;
  const random = randomFrom(seed);
  let time = MORNING + 3_600_000;
  const wall = (): number => {
    time += 1_000;
    return time;
  };
  const skewOf = new Map<string, number>(DESKS.map((name, index) => [name, (skews[index] ?? 0) * DAY_MILLISECONDS]));
  const optionsFor = (name: string, machine: string, disk: Disk): ComputerOptions => ({
    ...{ drive, name, machine, disk, wall, random },
    skew: skewOf.get(name) ?? 0,
  });
  const disks = new Map<Computer, Disk>();
  let oldDrive: DriveCopy | undefined;
  let values = 0;

  const world: World = {
    drive,
    computers: town.disks.map((disk, index) => {
      const name = DESKS[index] ?? '';
      return startComputer(optionsFor(name, name, disk));
    }),
    acknowledged: new Set(),
    replaced: new Map(),
    trespasses: [],
    planted: new Set(),
    isForked: false,
    isForgetful: false,
    options: ({ name, machine }) => optionsFor(name, machine, Buffer.alloc(0)),
    run: (command) => play(command),
    settle: () => settle(),
  };

  const namesOf = (by: string): ReadonlySet<string> => {
    const computer = world.computers.find(({ name }) => name === by);
    const rows = computer?.desk.database
      .prepare<[], { value: string }>(`SELECT value FROM local_value WHERE name = 'identities'`)
      .get();
    const kept = rows ? (JSON.parse(rows.value) as { all: { dev: string }[] }).all : [];
    return new Set(kept.map(({ dev }) => dev));
  };
  drive.watch = ({ by, path, act, before }) => {
    const [root, dev] = path.split('/');
    if (path.startsWith('.t') || path === 'formato.json') return;
    const own = namesOf(by);
    if (root === 'q') {
      if (act === 'remove' || (before !== undefined && exclusive === 'strict')) {
        world.trespasses.push({ by, path, what: act });
      }
      return;
    }
    const author = root === 'p' ? dev?.slice(0, dev.indexOf('-')) : dev;
    if (!own.has(author ?? '')) world.trespasses.push({ by, path, what: act });
  };

  const at = (index: number): Computer => {
    const found = world.computers[index % world.computers.length];
    if (!found) throw new Error('Nessuna postazione.');
    return found;
  };

  /** Runs what may die half-way; the computer then starts again on what its disk held. */
  const living = async (computer: Computer, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      if (!computer.client.isDead()) throw cause;
    }
    if (!computer.client.isDead()) return;
    restart(computer, world.options(computer));
  };

  const keep = (computer: Computer, facts: readonly NewFact[], effects: readonly Effect[] = []): readonly Fact[] => {
    const { desk } = computer.desk;
    const kept = desk.journal.append(facts, {
      actor: `persona-${computer.name}`,
      also: (moment) => desk.outbox.keep(effects, moment),
    });
    for (const { h } of kept) world.acknowledged.add(h);
    return kept;
  };

  const set = (computer: Computer, of: number): void => {
    const ent = `request/${REQUESTS[of]}`;
    const seen = computer.desk.desk.journal.factsOf(ent).filter(({ type }) => type === 'request.dataSet');
    const kept = keep(computer, [requestFact('request.dataSet', ent, { office: `ufficio ${++values}` })]);
    for (const { h } of seen) {
      const by = world.replaced.get(h) ?? new Set();
      for (const fact of kept) by.add(fact.h);
      world.replaced.set(h, by);
    }
  };
  const take = (computer: Computer, of: number): void => {
    const request = computer.desk.requests.get(REQUESTS[of] ?? '');
    if (!request) return;
    const round = (request.inCharge?.round ?? 0) + 1;
    const fact = requestFact('request.takenInCharge', `request/${request.id}`, { round });
    keep(computer, [fact], chargeEffects(computer.desk.desk, request));
  };
  const record = (computer: Computer, of: number): void => {
    const id = `r${of}`;
    if (computer.desk.register.get(id)) return;
    keep(computer, [registerFact('entry.recorded', `entry/${id}`, ROW)], [numberEffect(computer.desk.desk, id)]);
  };
  const { queue, requeue, move } = sendingActs(keep);

  /** Facts that can still reach everybody: they lie whole on the drive, or with a computer that signs for them. */
  const durable = (): Set<string> => {
    const found = hashesOnDrive(drive);
    for (const computer of world.computers) {
      const own = namesOf(computer.name);
      const rows = computer.desk.database.prepare<[], { h: string; dev: string }>('SELECT h, dev FROM fact').all();
      for (const { h, dev } of rows) if (own.has(dev)) found.add(h);
    }
    return found;
  };

  /**
   * Something is destroyed. What nobody can bring back any more is excused; when somebody would still hold what he cannot
   * bring to the others, it does not happen: only its author signs for a fact.
   */
  const destroy = (happen: () => void, undo: () => void): boolean => {
    happen();
    const left = durable();
    const orphaned = world.computers.some((computer) => hashesOn(computer).some((hash) => !left.has(hash)));
    if (orphaned) {
      undo();
      return false;
    }
    for (const hash of world.acknowledged) if (!left.has(hash)) world.acknowledged.delete(hash);
    // What only a lost fact had replaced is the newest again.
    for (const [hash, by] of world.replaced) {
      for (const one of by) if (!left.has(one)) by.delete(one);
      if (by.size === 0) world.replaced.delete(hash);
    }
    return true;
  };

  const damage = (act: 'flip' | 'tear' | 'lose', which: number, where: number): void => {
    const paths = drive.paths().filter((path) => path.startsWith('j/') && path.endsWith('.jsonl'));
    const path = paths[which % Math.max(1, paths.length)];
    const bytes = path && drive.get(path);
    if (!path || !bytes || bytes.length === 0 || world.planted.has(path)) return;
    const before = drive.copy();
    destroy(
      () => {
        if (act === 'lose') drive.delete(path);
        else if (act === 'tear') drive.tear(path, where % bytes.length);
        else drive.flip(path, where);
      },
      () => drive.restore(before),
    );
  };

  /** Facts of somebody whom nobody will accept: rightly signed with a key of his own. */
  const plantForged = (): void => {
    const [ent, office] = [`request/${REQUESTS[0]}`, 'ufficio di nessuno'];
    const facts = pen(STRANGER.dev).write('nessuno', requestFact('request.dataSet', ent, { office }));
    world.planted.add(forge(drive, STRANGER.dev, facts, STRANGER));
  };

  const plant = (which: number): void => {
    if (which >= FOREIGN.length) {
      plantForged();
      return;
    }
    const [first] = world.computers;
    const dev = first?.desk.desk.journal.device() ?? '';
    const path = (FOREIGN[which] ?? FOREIGN[0]).replace('{dev}', dev);
    drive.put(path, 'non è del registro');
    world.planted.add(path);
  };

  const restoreDisk = (computer: Computer): void => {
    const disk = disks.get(computer);
    if (!disk) return;
    const present = diskOf(computer.desk.database);
    const done = destroy(
      () => restart(computer, world.options(computer), disk),
      () => restart(computer, world.options(computer), present),
    );
    world.isForked ||= done;
  };

  const clone = (computer: Computer, sameMachine: boolean): void => {
    if (world.computers.length > DESKS.length) return;
    world.isForked = true;
    const copy = startComputer({
      ...optionsFor('copia', sameMachine ? computer.machine : 'altra', diskOf(computer.desk.database)),
      spool: computer.spool,
    });
    world.computers.push(copy);
  };

  const restoreDrive = (): void => {
    const copy = oldDrive;
    if (!copy) return;
    const before = drive.copy();
    const done = destroy(
      () => drive.restore(copy),
      () => drive.restore(before),
    );
    world.isForgetful ||= done;
    if (done) for (const path of world.planted) if (!drive.get(path)) world.planted.delete(path);
  };

  const work = (computer: Computer): Promise<void> => living(computer, () => computer.desk.desk.outbox.tick());
  const meet = (computer: Computer): Promise<void> => living(computer, computer.desk.meet);

  const play = async (command: Command): Promise<void> => {
    switch (command.do) {
      case 'set':
        return set(at(command.desk), command.of);
      case 'take':
        return take(at(command.desk), command.of);
      case 'record':
        return record(at(command.desk), command.of);
      case 'queue':
        return queue(at(command.desk), command.of);
      case 'requeue':
        return requeue(at(command.desk), command.of);
      case 'move':
        return move(at(command.desk), command.of);
      case 'meet':
        return meet(at(command.desk));
      case 'work':
        return work(at(command.desk));
      case 'together': {
        const pair = new Set([at(command.desk), at(command.with)]);
        await Promise.all([...pair].map(meet));
        await Promise.all([...pair].map(work));
        return;
      }
      case 'restart':
        return restart(at(command.desk), world.options(at(command.desk)));
      case 'crash':
        at(command.desk).client.weather.crashIn = command.at;
        return;
      case 'line':
        at(command.desk).client.weather.line = command.to;
        return;
      case 'readOnly':
        at(command.desk).client.weather.readOnly = command.on;
        return;
      case 'faulty':
        at(command.desk).client.weather.refusals = command.on ? FAULTY : 0;
        return;
      case 'stale':
        at(command.desk).client.weather.stale = command.on ? STALE : 0;
        return;
      case 'full':
        drive.full = command.on;
        return;
      case 'flip':
      case 'tear':
      case 'lose':
        return damage(command.do, command.which, command.at);
      case 'foreign':
        return plant(command.which);
      case 'copyDisk':
        return void disks.set(at(command.desk), diskOf(at(command.desk).desk.database));
      case 'restoreDisk':
        return restoreDisk(at(command.desk));
      case 'clone':
        return clone(at(command.desk), command.sameMachine);
      case 'copyDrive':
        oldDrive = drive.copy();
        return;
      default:
        return restoreDrive();
    }
  };

  const settle = async (): Promise<void> => {
    drive.full = false;
    for (const { client } of world.computers) {
      Object.assign(client.weather, { line: 'up', refusals: 0, stale: 0, crashIn: 0, readOnly: false });
    }
    const late = startComputer(optionsFor('nuovo', 'nuovo', emptyDisk()));
    world.computers.push(late);
    let before = '';
    for (let round = 0; round < SETTLING_ROUNDS; round++) {
      for (const computer of world.computers) {
        await meet(computer);
        computer.desk.desk.outbox.hurry([NUMBER]);
        await work(computer);
      }
      const [first] = world.computers;
      if (first) acceptAll(first, STRANGER.dev);
      time += 60_000;
      const now = world.computers.map(fingerprint).join();
      if (now === before && round >= 3) return;
      before = now;
    }
  };
  return world;
}
