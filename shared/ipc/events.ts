import { z } from 'zod';
import type { problemSchema } from '#shared/kernel/problem.ts';

/** What the core tells without being asked: "ask again about these topics", or how far a long job is. */
export const coreEventSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('changed'), topics: z.array(z.string()) }),
  z.object({ name: z.literal('progress'), job: z.string(), done: z.number(), total: z.number() }),
]);
export type CoreEvent = z.infer<typeof coreEventSchema>;

/** The sections of the rail in their order: Ctrl+1 … Ctrl+7 (L5). */
export const sections = ['today', 'requests', 'approval', 'queue', 'register', 'report', 'service'] as const;
export type Section = (typeof sections)[number];

/** What the menu of the window asks of the screens: go to a section, open a page, show the keys of this screen. */
export type MenuCommand = Section | 'settings' | 'help' | 'keys';

/** What a screen hears: the events of the core, and those of the shell about the core and the menu. */
export type WindowEvent =
  | CoreEvent
  /** The core died and runs again; `problem` says what happened, what is safe and what to look at. Ask everything again. */
  | { readonly name: 'restarted'; readonly problem: z.infer<typeof problemSchema> }
  /** The core does not run and will not come back by itself. Every call answers with the same problem. */
  | { readonly name: 'stopped'; readonly problem: z.infer<typeof problemSchema> }
  | { readonly name: 'menu'; readonly command: MenuCommand };
