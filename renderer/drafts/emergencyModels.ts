/** Texts to start an emergency from: what stands in brackets must be completed, and the rules say so. */
export const EMERGENCY_MODELS = {
  weather: {
    label: 'Allerta meteo',
    text: '*Allerta [colore] per [fenomeno]*\n\n[Da quando a quando] sono previsti [fenomeni] a [zone].\nResta in casa e non usare i sottopassi.',
  },
  schools: {
    label: 'Scuole chiuse',
    text: '*Scuole chiuse [giorno e data]*\n\n[Giorno e data] tutte le scuole di [zone] restano chiuse per [motivo].',
  },
  road: {
    label: 'Strada chiusa',
    text: '*[Via] chiusa al traffico*\n\n[Via] è chiusa da [punto] a [punto] per [motivo].\nPassa da [percorso].',
  },
  empty: { label: 'Vuoto', text: '' },
} as const;

export type EmergencyModel = keyof typeof EMERGENCY_MODELS;

const PLACEHOLDER = /\[[^\]\n]{1,60}\]/g;

/** The placeholders still to complete, in order: `[zone]`. */
export const placeholdersOf = (text: string): readonly string[] => text.match(PLACEHOLDER) ?? [];
