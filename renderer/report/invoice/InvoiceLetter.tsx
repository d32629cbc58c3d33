import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Dialog, ProblemBanner, problemOf, TextArea, useToast } from '#renderer/ui/index.ts';
import { useKeptText } from '#renderer/writing/keptText.ts';
import type { ReportView } from '#shared/report/views.ts';
import { letterOf, letterText } from './invoiceWords.ts';

interface InvoiceLetterProps {
  readonly period: string;
  readonly initial: string;
  readonly onClose: () => void;
}

function InvoiceLetter({ period, initial, onClose }: InvoiceLetterProps) {
  const [text, setText, forget] = useKeptText(`Contestazione ${period}`, initial);
  const copy = useAct('shell.copyText');
  const show = useToast();
  const onCopy = async () => {
    if (copy.busy) return;
    const reply = await copy.run({ text });
    if (!reply.ok) return;
    forget();
    onClose();
    show({ text: 'Lettera copiata. Incollala nella lettera protocollata o nella PEC alla ditta.' });
  };
  return (
    <Dialog
      title="Lettera di contestazione"
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" icon="copy" keys="Control+Enter" onClick={() => void onCopy()}>
            Copia il testo
          </Button>
        </>
      }
    >
      <p>
        Un conteggio sbagliato non è un motivo per rifiutare la fattura: si contesta e si chiede una nota di credito.
      </p>
      <TextArea label="Testo della lettera" rows={14} value={text} onChange={setText} />
      {copy.problem && <ProblemBanner {...problemOf(copy.problem)} />}
    </Dialog>
  );
}

export interface InvoiceLetterButtonProps {
  readonly view: ReportView;
}

/** "Prepara la contestazione…" where the invoice asks for more than was reconciled (P53); nothing otherwise. */
export function InvoiceLetterButton({ view }: InvoiceLetterButtonProps) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const { arithmetic, invoice } = view;
  if (!invoice || !arithmetic || arithmetic.difference <= 0) return null;
  const letter = open ? letterOf(view, session) : null;
  return (
    <>
      <Button icon="mail" onClick={() => setOpen(true)}>
        Prepara la contestazione…
      </Button>
      {letter && <InvoiceLetter period={view.period} initial={letterText(letter)} onClose={() => setOpen(false)} />}
    </>
  );
}
