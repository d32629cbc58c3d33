import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Dialog, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import type { Person } from '#shared/people/person.ts';
import { checkPin, normalisePin } from '#shared/people/pin.ts';
import { PinField } from './PinField.tsx';

export interface ChoosePinDialogProps {
  readonly person: Pick<Person, 'id' | 'name'>;
  /** She has one already: it is asked first. */
  readonly hasPin: boolean;
  readonly onClose: () => void;
}

/** The head chooses her PIN, changes it or takes it away (P6). */
export function ChoosePinDialog({ person: { id }, hasPin, onClose }: ChoosePinDialogProps) {
  const set = useAct('people.setPin');
  const remove = useAct('people.removePin');
  const show = useToast();
  const [current, setCurrent] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState<'set' | 'remove'>();
  const checked = checkPin(pin);
  const missing = {
    current: hasPin && current === '' ? 'Scrivi il PIN che hai adesso.' : undefined,
    pin: checked.ok ? undefined : checked.error.remedy,
    again: normalisePin(again) === normalisePin(pin) ? undefined : 'I due PIN sono diversi: riscrivilo uguale.',
  };
  const busy = set.busy || remove.busy;
  const save = async () => {
    setAsked('set');
    if (missing.current || missing.pin || missing.again || busy) return;
    remove.putAway();
    if (!(await set.run({ pin, current })).ok) return setCurrent('');
    onClose();
    show({ text: 'PIN salvato. Da adesso lo chiedo prima di ogni decisione, su tutte le postazioni.' });
  };
  const takeAway = async () => {
    setAsked('remove');
    if (missing.current || busy) return;
    set.putAway();
    if (!(await remove.run({ person: id, current })).ok) return setCurrent('');
    onClose();
    show({ text: 'PIN tolto. Lo vedono tutte le postazioni.' });
  };
  const problem = set.problem ?? remove.problem;
  return (
    <Dialog
      title={hasPin ? 'Il tuo PIN' : 'Scegli il tuo PIN'}
      icon="person"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          {hasPin && <Button onClick={() => void takeAway()}>Togli il PIN</Button>}
          <Button kind="main" keys="Control+Enter" onClick={() => void save()}>
            {hasPin ? 'Cambia il PIN' : 'Salva il PIN'}
          </Button>
        </>
      }
    >
      <p>
        L’app lo chiede quando ti siedi alla postazione e prima di ogni tua decisione. Un’approvazione senza PIN non
        parte finché non la confermi tu. Non lo conosce nessun altro: se lo dimentichi, può toglierlo solo un altro capo
        settore.
      </p>
      {problem && <ProblemBanner {...problemOf(problem)} />}
      {hasPin && (
        <PinField
          label="PIN di adesso"
          value={current}
          onChange={setCurrent}
          error={asked ? missing.current : undefined}
        />
      )}
      <PinField
        label={hasPin ? 'PIN nuovo' : 'PIN'}
        value={pin}
        onChange={setPin}
        hint="Da 4 a 12 cifre, oppure una frase di almeno 10 caratteri: più è lungo, più è sicuro."
        error={asked === 'set' ? missing.pin : undefined}
      />
      <PinField
        label="Ancora una volta"
        value={again}
        onChange={setAgain}
        error={asked === 'set' && !missing.pin ? missing.again : undefined}
        onEnter={() => void save()}
      />
    </Dialog>
  );
}
