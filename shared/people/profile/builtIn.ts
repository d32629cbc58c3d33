import { blank } from './blank.ts';
import { empoli } from './empoli.ts';
import type { Profile } from './profile.ts';
import { rubano } from './rubano.ts';

/** The towns that come with the app, and the one to begin with when none fits (P4). */
export const BUILT_IN_PROFILES: readonly Profile[] = [rubano, empoli, blank];
