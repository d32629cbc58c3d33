import type { Command, History } from './commands.ts';

/** Known ways to break the real sources, each of which the simulation must notice. A mutant that no longer applies is an error. */
export interface Mutant {
  readonly name: string;
  /** What is broken, in words. */
  readonly breaks: string;
  /** So many histories must be enough to notice it. */
  readonly within: number;
  /** What happens in them; everything when it is not said. */
  readonly only?: readonly Command['do'][];
  /** Only on such drives. */
  readonly exclusive?: History['exclusive'];
  /** Source file, from the root of the project. */
  readonly file: string;
  /** What is replaced, exactly as it stands there, and by what. */
  readonly changes: readonly (readonly [from: string, to: string])[];
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'no-exclusive',
    breaks: 'whoever claims wins',
    within: 300,
    file: 'electron/share/folder/folderLog.ts',
    changes: [["if (codeOf(cause) === 'EEXIST') return false;", "if (codeOf(cause) === 'EEXIST') return true;"]],
  },
  {
    name: 'flag-before-write',
    breaks: 'published before it lies there',
    within: 300,
    file: 'electron/journal/exchange/publishing.ts',
    changes: [
      [
        'const written = await log.append(identity.dev, name, bytes);',
        'for (const { h } of run) facts.setPublished(h);\n    const written = await log.append(identity.dev, name, bytes);',
      ],
    ],
  },
  {
    name: 'no-ver',
    breaks: 'the clock alone decides',
    within: 300,
    only: ['set', 'meet'],
    file: 'shared/journal/order.ts',
    changes: [['(versions.get(a.h) ?? a.ver) - (versions.get(b.h) ?? b.ver) ||', '']],
  },
  {
    name: 'arrival-order',
    breaks: 'the fold follows the order of arrival',
    within: 300,
    file: 'shared/journal/order.ts',
    changes: [
      ['compareText(a.hlc, b.hlc) ||', ''],
      ['compareText(a.dev, b.dev) ||', ''],
      ['a.seq - b.seq ||', ''],
      ['compareText(a.h, b.h),', '0,'],
    ],
  },
  {
    name: 'no-hash-check',
    breaks: 'the name of a file is not compared with its bytes',
    within: 300,
    file: 'electron/journal/exchange/segmentFile.ts',
    changes: [["if (!hashOfBytes(bytes).startsWith(range.hash)) return err('torn');", '']],
  },
  {
    name: 'no-trust',
    breaks: 'anybody may write',
    within: 300,
    only: ['foreign', 'set', 'meet'],
    file: 'electron/journal/exchange/importing.ts',
    changes: [['return isKnown || continuesOne;', 'return true;']],
  },
  {
    name: 'no-fork-check',
    breaks: 'a copied computer goes on under its name',
    within: 300,
    file: 'electron/journal/exchange/ownSegments.ts',
    changes: [['return isForeign;', 'return false;']],
  },
  {
    name: 'number-without-intent',
    breaks: 'a claim is not on record before it is made',
    within: 300,
    only: ['queue', 'work', 'meet', 'crash'],
    file: 'electron/journal/exchange/claims.ts',
    changes: [['if (!known) intend.run(name.kind, name.key, ent, nonce, device());', '']],
  },
  {
    name: 'nonce-ignored',
    breaks: 'a claim for the same thing counts as one’s own',
    within: 300,
    only: ['queue', 'together', 'work', 'meet'],
    file: 'electron/journal/exchange/claims.ts',
    changes: [['found.by.nonce === body.nonce && found.by.ent === body.ent', 'found.by.ent === body.ent']],
  },
  {
    name: 'no-second-number',
    breaks: 'what another desk claimed for the same row is not looked for',
    within: 300,
    only: ['record', 'together', 'work'],
    file: 'electron/register/numbering.ts',
    changes: [['if (entry.number === null && elsewhere !== undefined) return ok(elsewhere);', '']],
  },
  {
    name: 'no-loser',
    breaks: 'nobody puts a double number right',
    within: 300,
    only: ['record', 'work', 'together'],
    exclusive: 'racy',
    file: 'electron/register/numbering.ts',
    changes: [['return collisions().flatMap(({ mine }) =>', 'return collisions().slice(0, 0).flatMap(({ mine }) =>']],
  },
  {
    name: 'no-repair',
    breaks: 'what the drive lost stays lost',
    within: 300,
    only: ['lose', 'set', 'meet'],
    file: 'electron/journal/exchange/ownSegments.ts',
    changes: [['for (const segment of gone.filter(isOwn)) await publishing.publishAgain(log, segment);', '']],
  },
  {
    name: 'deaf',
    breaks: 'what others found damaged is not published again',
    within: 300,
    only: ['flip', 'tear', 'set', 'meet'],
    file: 'electron/journal/exchange/exchangeOnce.ts',
    changes: [['heartbeats.damaged()', 'new Set()']],
  },
  {
    name: 'silent-foreign',
    breaks: 'strange files are not named',
    within: 300,
    only: ['foreign', 'meet'],
    file: 'electron/journal/exchange/exchangeOnce.ts',
    changes: [
      [
        'for (const path of foreign.filter((one) => !known.has(one))) {',
        'for (const path of foreign.slice(0, 0).filter((one) => !known.has(one))) {',
      ],
    ],
  },
  {
    name: 'foreign-hands',
    breaks: 'a file of another desk is removed',
    within: 300,
    only: ['lose', 'copyDrive', 'restoreDrive', 'set', 'meet', 'flip'],
    file: 'electron/journal/exchange/ownSegments.ts',
    changes: [
      [
        "const isOwn = ({ dev }: Pick<SegmentRef, 'dev'>): boolean => identities.of(dev) !== undefined;",
        "const isOwn = (_: Pick<SegmentRef, 'dev'>): boolean => true;",
      ],
    ],
  },
  {
    name: 'started-unsaid',
    breaks: 'a sending leaves before it is on record',
    within: 300,
    only: ['queue', 'work', 'meet', 'together'],
    file: 'electron/queue/sending/deliver.ts',
    changes: [
      ["if (claimed.state === 'lost') return err(ELSEWHERE);", "if (claimed.state === 'lost') return ok(here);"],
    ],
  },
];

/** Breaks that a test of its own must notice. */
export interface TestedMutant {
  readonly name: string;
  readonly breaks: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The test file that must fail. */
  readonly test: string;
}

export const TESTED_MUTANTS: readonly TestedMutant[] = [
  {
    name: 'canonical-shallow',
    breaks: 'the hash covers only the outermost keys',
    file: 'shared/journal/canonical.ts',
    from: 'if (item !== undefined)',
    to: 'if (item !== undefined && typeof item !== "object")',
    test: 'test/shared/journal/canonical.test.ts',
  },
  {
    name: 'no-signature-check',
    breaks: 'a segment changed and named anew is believed',
    file: 'electron/journal/exchange/segmentFile.ts',
    from: "if (!isSigned(key, split[0], sig)) return err('bad-signature');",
    to: '',
    test: 'test/electron/journal/exchange/importing.test.ts',
  },
  {
    name: 'trim-path',
    breaks: 'the space before a folder name is lost',
    file: 'electron/share/folder/locate.ts',
    from: 'for (const path of new Set([configured, bare])) {',
    to: 'for (const path of new Set([bare])) {',
    test: 'test/electron/share/folder/locate.test.ts',
  },
  {
    name: 'adopt-any-clock',
    breaks: 'the clock of a desk a day ahead is taken over',
    file: 'electron/journal/journal.ts',
    from: 'if (!isFarAhead(hlc, wall)) ticking',
    to: 'if (wall) ticking',
    test: 'test/electron/journal/exchange/exchange.test.ts',
  },
  {
    name: 'forged-name',
    breaks: 'a stranger’s file under its name makes a desk take another',
    file: 'electron/journal/exchange/ownSegments.ts',
    from: '|| decoded.value.key !== key',
    to: '',
    test: 'test/electron/journal/exchange/importing.test.ts',
  },
  {
    name: 'late-received',
    breaks: 'what a fact asks of this desk is not kept with it',
    file: 'electron/journal/exchange/importing.ts',
    from: 'if (fresh.length > 0) received(fresh);',
    to: '',
    test: 'test/electron/journal/exchange/importing.test.ts',
  },
  {
    name: 'sends-what-a-newer-app-stopped',
    breaks: 'what only a newer app understands holds no sending back',
    file: 'electron/queue/acts/stop.ts',
    from: 'if (desk.journal.isAheadOf(toldOf(job))) return APP_BEHIND;',
    to: '',
    test: 'test/electron/journal/growing.test.ts',
  },
  {
    name: 'other-branch',
    breaks: 'what one history of a copied desk lost counts as held by the other',
    file: 'electron/journal/exchange/ownSegments.ts',
    from: 'facts.isInChain(dev, newest, last, bigger.newest, bigger.last)',
    to: 'last <= bigger.last',
    test: 'test/electron/journal/exchange/ownSegments.test.ts',
  },
];
