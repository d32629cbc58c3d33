import { useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Dialog, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { Person } from '#shared/people/person.ts';
import { PinField } from './PinField.tsx';

export interface PinDialogProps {
  readonly person: Pick<Person, 'id' | 'name'>;
  /** It was the right one. */
  readonly onTyped: () => void;
  readonly onClose: () => void;
}

/** Asks a head for her PIN before she decides or sits down (P6); what was typed is gone with the dialog. */
export function PinDialog({ person: { id, name }, onTyped, onClose }: PinDialogProps) {
  const enter = useAct('people.enterPin');
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [isMissing, setMissing] = useState(false);
  const run = async () => {
    if (enter.busy) return;
    setMissing(pin === '');
    if (pin === '') return;
    const reply = await enter.run({ person: id, pin });
    if (reply.ok) return onTyped();
    setPin('');
    field.current?.focus();
  };
  return (
    <Dialog
      title={`PIN di ${name}`}
      icon="person"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            Continua
          </Button>
        </>
      }
    >
      <PinField
        ref={field}
        label="PIN"
        value={pin}
        onChange={(typed) => {
          setMissing(false);
          setPin(typed);
        }}
        hint="Per 10 minuti non viene chiesto di nuovo, finché resti tu alla postazione."
        error={isMissing ? 'Scrivi il PIN.' : undefined}
        onEnter={() => void run()}
      />
      {enter.problem && <ProblemBanner {...problemOf(enter.problem)} />}
    </Dialog>
  );
}
