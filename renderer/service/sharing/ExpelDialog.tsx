import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Dialog, Field, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import type { ShareView } from '#shared/service/share.ts';

export interface ExpelDialogProps {
  readonly desk: Pick<ShareView['desks'][number], 'dev' | 'name'>;
  readonly onClose: () => void;
}

/** Takes a desk out of the shared register (P41): says what follows, asks for a reason, and asks once more. */
export function ExpelDialog({ desk: { dev, name }, onClose }: ExpelDialogProps) {
  const expel = useAct('service.expelDesk');
  const show = useToast();
  const [why, setWhy] = useState('');
  const [step, setStep] = useState<'why' | 'missing' | 'sure'>('why');
  const next = () => setStep(why.trim() === '' ? 'missing' : 'sure');
  const run = async () => {
    if (expel.busy) return;
    const reply = await expel.run({ dev, why: why.trim() });
    if (!reply.ok) return;
    onClose();
    show({ text: `«${name}» non fa più parte del registro. Il capo settore lo vede in Oggi.` });
  };
  const isLast = step === 'sure';
  return (
    <Dialog
      title={isLast ? `Togli davvero «${name}»?` : `Togli «${name}» dal registro`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => (isLast ? void run() : next())}>
            {isLast ? 'Sì, togli la postazione' : 'Continua…'}
          </Button>
        </>
      }
    >
      {isLast ? (
        <>
          <p>
            Da adesso quello che «{name}» scrive non conta più, su nessuna postazione. Non si può annullare: per farla
            tornare bisogna accettarla di nuovo.
          </p>
          <p>Motivo: {why.trim()}</p>
        </>
      ) : (
        <>
          <p>Quello che ha scritto finora e che qui si vede resta. Quello che scrive da adesso non conta più.</p>
          <p>
            Non invia più niente e non può più approvare. I testi approvati da lì che qui non sono ancora arrivati vanno
            approvati di nuovo. Tutte le postazioni lo sanno, e il capo settore lo vede in Oggi.
          </p>
          <p>La cartella di rete però la vede ancora: per chiudergliela parla con l’assistenza.</p>
          <Field
            label="Perché la togli"
            hint="Per esempio «portatile rubato», «computer sostituito». Resta nel registro."
            maxLength={500}
            value={why}
            onChange={setWhy}
            error={step === 'missing' ? 'Scrivi il motivo: lo leggono le altre postazioni.' : undefined}
          />
        </>
      )}
      {expel.problem && <ProblemBanner {...problemOf(expel.problem)} />}
    </Dialog>
  );
}
