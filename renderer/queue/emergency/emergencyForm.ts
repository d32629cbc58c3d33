import type { EmergencyModel } from '#shared/people/profile/settings.ts';

/** What is typed in the dialog of an emergency. */
export interface EmergencyForm {
  /** The name of the model it began from. */
  readonly model: string;
  readonly text: string;
  readonly authoriser: string;
  readonly how: string;
  readonly why: string;
}

/** Under which name it is kept on the desk while nobody has sent it. */
export const EMERGENCY_KEPT = 'emergenza';

/** A form that nobody has written in yet: it begins from the first of the models. */
export const newEmergency = ([first]: readonly EmergencyModel[]): EmergencyForm => ({
  model: first?.name ?? '',
  text: first?.text ?? '',
  authoriser: '',
  how: '',
  why: '',
});

const WRITTEN = ['model', 'text', 'authoriser', 'how', 'why'] as const;

/** The form from what the desk kept; `undefined` for anything else. */
export function readEmergency(kept: string): EmergencyForm | undefined {
  try {
    const form = JSON.parse(kept) as Partial<Record<keyof EmergencyForm, unknown>>;
    return WRITTEN.every((name) => typeof form[name] === 'string') ? (form as unknown as EmergencyForm) : undefined;
  } catch {
    return undefined;
  }
}
