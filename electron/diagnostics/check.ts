/** One thing the doctor looks at. */
export interface Check {
  readonly name: string;
  readonly run: (place: Place) => Promise<Finding> | Finding;
}

/** Where the doctor looks; `data` is null when no workspace was named. */
export interface Place {
  readonly data: string | null;
}

/** How a check went, in Italian; `remedy` says what to do, and is empty when there is nothing. */
export interface Finding {
  readonly outcome: 'ok' | 'warning' | 'error';
  readonly message: string;
  readonly remedy: string;
}

export const fine = (message: string): Finding => ({ outcome: 'ok', message, remedy: '' });
export const warning = (message: string, remedy: string): Finding => ({ outcome: 'warning', message, remedy });
export const failure = (message: string, remedy: string): Finding => ({ outcome: 'error', message, remedy });
