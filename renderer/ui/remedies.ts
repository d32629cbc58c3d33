import { createContext, useContext } from 'react';

/** The button of what can be done about a problem. */
export interface Remedy {
  readonly label: string;
  readonly run: () => void;
}

/** What the app can do about a problem, by its code; nothing where no app stands around. */
export const Remedies = createContext<(code: string) => Remedy | undefined>(() => undefined);

/** The remedy of a problem, or `undefined` where there is none. */
export function useRemedy(code: string | undefined): Remedy | undefined {
  const remedyOf = useContext(Remedies);
  return code === undefined ? undefined : remedyOf(code);
}
