import type { EmergencyModel } from '#shared/people/profile/settings.ts';

const EMPTY: EmergencyModel = { name: 'Vuoto', text: '' };

/** The texts to start an emergency from, those of the municipality and none at all; what stands in brackets must be completed. */
export const modelsOf = (own: readonly EmergencyModel[]): readonly EmergencyModel[] => [
  ...own.filter(({ name }) => name !== EMPTY.name),
  EMPTY,
];

const PLACEHOLDER = /\[[^\]\n]{1,60}\]/g;

/** The placeholders still to complete, in order: `[zone]`. */
export const placeholdersOf = (text: string): readonly string[] => text.match(PLACEHOLDER) ?? [];
