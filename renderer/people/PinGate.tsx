import { type ReactNode, useCallback, useRef, useState } from 'react';
import { type ActNeed, ActNeeds } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import type { Person } from '#shared/people/person.ts';
import { PinDialog } from './PinDialog.tsx';

/**
 * Asks for the PIN of a head when an act needs it (P6), over whatever is open; the act then goes on by itself. It is hers
 * who sits here, or who is about to.
 */
export function PinGate({ children }: { readonly children: ReactNode }) {
  const { person, people } = useSession();
  const [asked, setAsked] = useState<Person>();
  const answer = useRef<(isTyped: boolean) => void>(undefined);
  const ask = useCallback<ActNeed>(
    (code, method, input) => {
      if (code !== 'pin-needed') return Promise.resolve(false);
      const { id } = method === 'people.actAs' ? (input as { readonly id: string }) : (person ?? { id: '' });
      const whose = people.find((one) => one.id === id);
      if (!whose) return Promise.resolve(false);
      answer.current?.(false);
      setAsked(whose);
      return new Promise((resolve) => {
        answer.current = resolve;
      });
    },
    [person, people],
  );
  const close = (isTyped: boolean) => {
    setAsked(undefined);
    answer.current?.(isTyped);
    answer.current = undefined;
  };
  return (
    <ActNeeds value={ask}>
      {children}
      {asked && <PinDialog person={asked} onTyped={() => close(true)} onClose={() => close(false)} />}
    </ActNeeds>
  );
}
