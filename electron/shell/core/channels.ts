/** The two channels between the page and the shell: calls go one way, events the other. */
export const CALL_CHANNEL = 'call';
export const EVENT_CHANNEL = 'event';
