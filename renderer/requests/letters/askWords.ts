import type { RequestDetail } from '#shared/requests/views.ts';

/** What a letter to the office is called: it asks for what is missing, or tells that an event gets one notice (P15). */
export const askLabel = ({ missing }: Pick<RequestDetail, 'missing'>): string =>
  missing.length > 0 ? 'Chiedi quello che manca' : 'Scrivi: un solo avviso';
