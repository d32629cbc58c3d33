/** Histories that broke a promise once, shrunk, each with what was wrong: they are played first, for ever. */
import type { History } from './commands.ts';

export const KEPT: readonly { readonly was: string; readonly history: History }[] = [
  {
    was: 'two desks numbered one row before they knew of each other',
    history: {
      ...{ seed: 0, skews: [0, 0, 0], exclusive: 'strict' },
      commands: [
        { do: 'record', desk: 0, of: 0 },
        { do: 'record', desk: 1, of: 0 },
        { do: 'crash', desk: 0, at: 1 },
        { do: 'take', desk: 0, of: 0 },
        { do: 'take', desk: 0, of: 0 },
      ],
    },
  },
  {
    was: 'a number was given up for ever when the drive refused to be listed',
    history: {
      ...{ seed: 0, skews: [0, 0, 0], exclusive: 'strict' },
      commands: [
        { do: 'record', desk: 1, of: 0 },
        { do: 'meet', desk: 1 },
        { do: 'together', desk: 0, with: 0 },
        { do: 'line', desk: 1, to: 'down' },
        { do: 'work', desk: 1 },
        { do: 'work', desk: 0 },
        { do: 'copyDisk', desk: 0 },
      ],
    },
  },
  {
    was: 'a damaged file of a former name was never published again',
    history: {
      ...{ seed: 0, skews: [0, 0, 0], exclusive: 'strict' },
      commands: [
        { do: 'take', desk: 1, of: 0 },
        { do: 'flip', which: 11, at: 0 },
        { do: 'set', desk: 0, of: 0 },
        { do: 'clone', desk: 1, sameMachine: true },
        { do: 'meet', desk: 0 },
        { do: 'meet', desk: 0 },
        { do: 'together', desk: 0, with: 0 },
      ],
    },
  },
  {
    was: 'a file that was damaged and published again by oneself stayed set aside',
    history: {
      ...{ seed: 0, skews: [0, 0, 0], exclusive: 'strict' },
      commands: [
        { do: 'take', desk: 2, of: 0 },
        { do: 'take', desk: 0, of: 0 },
        { do: 'clone', desk: 0, sameMachine: false },
        { do: 'meet', desk: 2 },
        { do: 'set', desk: 2, of: 0 },
        { do: 'meet', desk: 0 },
        { do: 'meet', desk: 2 },
        { do: 'flip', which: 37, at: 0 },
        { do: 'take', desk: 0, of: 0 },
        { do: 'together', desk: 0, with: 0 },
        { do: 'take', desk: 0, of: 0 },
      ],
    },
  },
  {
    was: 'a damaged file of a copied computer that healed stayed set aside',
    history: {
      ...{ seed: 0, skews: [0, 0, 0], exclusive: 'strict' },
      commands: [
        { do: 'take', desk: 2, of: 0 },
        { do: 'take', desk: 0, of: 0 },
        { do: 'clone', desk: 0, sameMachine: true },
        { do: 'meet', desk: 2 },
        { do: 'set', desk: 2, of: 0 },
        { do: 'meet', desk: 0 },
        { do: 'meet', desk: 2 },
        { do: 'flip', which: 37, at: 0 },
        { do: 'take', desk: 1, of: 0 },
        { do: 'together', desk: 2, with: 0 },
        { do: 'take', desk: 1, of: 0 },
      ],
    },
  },
  {
    was: 'a value counted as replaced by one that was lost with the disk before anybody had it',
    history: {
      ...{ seed: 0, skews: [0, 0, 0], exclusive: 'strict' },
      commands: [
        { do: 'set', desk: 0, of: 0 },
        { do: 'copyDisk', desk: 0 },
        { do: 'set', desk: 0, of: 0 },
        { do: 'restoreDisk', desk: 0 },
      ],
    },
  },
];
