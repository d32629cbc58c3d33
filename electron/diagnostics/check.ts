/** One thing the doctor looks at. */
export interface DoctorCheck {
  readonly name: string;
  readonly run: (input: DoctorInput) => Promise<DoctorFinding> | DoctorFinding;
}

/** What the doctor examines; `data` is null when no workspace was named. */
export interface DoctorInput {
  readonly data: string | null;
}

/** How a check went, in Italian; `remedy` says what to do, and is empty when there is nothing. */
export interface DoctorFinding {
  readonly outcome: 'ok' | 'warning' | 'error';
  readonly message: string;
  readonly remedy: string;
}

export const fine = (message: string): DoctorFinding => ({ outcome: 'ok', message, remedy: '' });
export const warning = (message: string, remedy: string): DoctorFinding => ({ outcome: 'warning', message, remedy });
export const failure = (message: string, remedy: string): DoctorFinding => ({ outcome: 'error', message, remedy });
