/** The kinds of things that would have left the app, or been shown outside its page, on a real Electron. */
export type LogKind =
  | 'network'
  | 'window-open'
  | 'open-external'
  | 'open-path'
  | 'show-item'
  | 'open-dialog'
  | 'save-dialog'
  | 'message-box'
  | 'error-box'
  | 'menu-popup'
  | 'notification'
  | 'relaunch';

export interface LogEntry {
  readonly kind: LogKind;
  readonly [detail: string]: unknown;
}

/** Everything recorded since the start, oldest first; specs marked stand-in-only read it as `electron.__standin.log`. */
export const log: LogEntry[] = [];

/** Adds one entry to the log. */
export function record(kind: LogKind, details: Readonly<Record<string, unknown>> = {}): void {
  log.push({ ...details, kind });
}
