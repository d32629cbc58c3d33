import type { ReactNode } from 'react';

/**
 * Words somebody outside chose (a name, a subject, the name of a file): the direction they are written in ends with them,
 * so that a sign that turns text around cannot turn what the app says beside them.
 */
export function Isolated({ children }: { readonly children: ReactNode }) {
  return <bdi>{children}</bdi>;
}
