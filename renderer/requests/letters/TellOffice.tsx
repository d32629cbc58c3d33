import { useState } from 'react';
import { Button } from '#renderer/ui/index.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { RefusalDialog } from './RefusalDialog.tsx';

/** Tells the office that its notice was not selected, once (P30); nothing where the head decided otherwise. */
export function TellOffice({ request: { id, decision, letters } }: { readonly request: RequestDetail }) {
  const [isOpen, setOpen] = useState(false);
  if (decision?.outcome !== 'non selezionata' || letters.some(({ refused }) => refused)) return null;
  return (
    <>
      <Button size="small" icon="reply" onClick={() => setOpen(true)}>
        Scrivi all’ufficio…
      </Button>
      {isOpen && <RefusalDialog id={id} onClose={() => setOpen(false)} />}
    </>
  );
}
