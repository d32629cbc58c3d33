import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { OfficeChoice } from '#renderer/requests/office/OfficeChoice.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, Dialog, Field, ProblemBanner, problemOf, sayProblem, useToast } from '#renderer/ui/index.ts';
import { senderOf } from '#shared/people/profile/senders.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

export interface AllowSenderProps {
  readonly request: Pick<RequestDetail, 'senderAddress' | 'senderName' | 'title' | 'data' | 'warnings'>;
}

interface AllowDialogProps {
  readonly address: string;
  readonly name: string;
  readonly office: string;
  readonly onClose: () => void;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function AllowDialog({ address, name: proposed, office: asked, onClose }: AllowDialogProps) {
  const { offices, senders } = useSession().profile;
  const nameSender = useAct('people.nameSender');
  const drop = useAct('people.dropSender');
  const show = useToast();
  const before = senderOf(senders, address);
  const [name, setName] = useState(before?.name ?? proposed);
  const [office, setOffice] = useState(before?.office ?? asked);
  const [reason, setReason] = useState(before?.reason ?? '');
  const [tried, setTried] = useState(false);
  const undo = () => {
    if (!before) return void drop.run({ address });
    const { since: _since, ...then } = before;
    void nameSender.run(then);
  };
  const keep = async () => {
    setTried(true);
    if (reason.trim() === '' || nameSender.busy) return;
    const reply = await nameSender.run({
      address,
      name: orNull(name),
      office: orNull(office),
      reason: reason.trim(),
      telephone: before?.telephone ?? null,
      confirmed: true,
    });
    if (!reply.ok) return;
    onClose();
    show({
      text: `${name.trim() || address} può chiedere.`,
      action: { label: 'Annulla', keys: 'Control+z', run: undo },
    });
  };
  return (
    <Dialog
      title="Può chiedere, perché"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void keep()}>
            Può chiedere, confermato
          </Button>
        </>
      }
    >
      <p>
        Chi scrive da <bdi>{address}</bdi> entra nell’elenco di chi può chiedere, su tutte le postazioni. Fallo solo se
        è responsabile del procedimento o del settore.
      </p>
      <Field label="Nome e cognome" value={name} maxLength={200} onChange={setName} />
      <OfficeChoice
        label="Ufficio"
        live
        value={office || null}
        offices={offices}
        onCommit={(name) => setOffice(name ?? '')}
      />
      <Field
        label="Perché può chiedere"
        hint="Per esempio «responsabile di procedimento»."
        value={reason}
        maxLength={200}
        error={tried && reason.trim() === '' ? 'Scrivi perché può chiedere: resta nell’elenco.' : undefined}
        onChange={setReason}
      />
      {nameSender.problem && <ProblemBanner {...problemOf(nameSender.problem)} place="below" />}
    </Dialog>
  );
}

/** Puts a sender who is still to be verified on the list of those who may ask, by one key or described (P13); else nothing. */
export function AllowSender({ request }: AllowSenderProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { senders } = useSession().profile;
  const nameSender = useAct('people.nameSender');
  const drop = useAct('people.dropSender');
  const show = useToast();
  const { senderAddress: address, senderName, title, data, warnings } = request;
  if (!address || !warnings.some(({ code }) => code === 'unknown-sender')) return null;
  const name = senderName === null || senderName === address ? '' : senderName;
  const before = senderOf(senders, address);
  const takeBack = async () => {
    const { since: _since, ...then } = before ?? { since: null };
    const reply = await ('address' in then ? nameSender.run(then) : drop.run({ address }));
    if (!reply.ok) show({ text: sayProblem(reply.error) });
  };
  const allow = async () => {
    if (nameSender.busy) return;
    const reply = await nameSender.run({
      address,
      name: before?.name ?? orNull(name),
      office: before?.office ?? data.office,
      reason: before?.reason ?? `ha chiesto «${title}»`.slice(0, 200),
      telephone: before?.telephone ?? null,
      confirmed: true,
    });
    if (!reply.ok) return;
    show({
      text: `${name || address} può chiedere: è nell’elenco.`,
      action: { label: 'Annulla', keys: 'Control+z', run: () => void takeBack() },
    });
  };
  return (
    <>
      <Button size="small" keys="Alt+P" onClick={() => void allow()}>
        Può chiedere
      </Button>
      <Button kind="quiet" size="small" onClick={() => setIsOpen(true)}>
        Può chiedere, perché…
      </Button>
      {nameSender.problem && <ProblemBanner {...problemOf(nameSender.problem)} place="below" />}
      {isOpen && (
        <AllowDialog address={address} name={name} office={data.office ?? ''} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
