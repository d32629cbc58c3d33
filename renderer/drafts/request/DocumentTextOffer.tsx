import { useId, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useMailDocuments } from '#renderer/requests/mail/MailDocument.tsx';
import { Button, Isolated, ProblemBanner, problemOf, Sign, useShortcuts, useToast } from '#renderer/ui/index.ts';
import { normaliseText } from '#shared/kernel/text.ts';
import { sayWhen } from '#shared/requests/fromDocument.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

export interface DocumentTextOfferProps {
  readonly request: RequestDetail;
  /** The text being written. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Takes the request in charge first; false where somebody else has it. */
  readonly own: () => Promise<boolean>;
}

const KEY = 'Alt+U';
const isSame = (one: string, other: string): boolean => normaliseText(one) === normaliseText(other);

/**
 * A text that lies in a document or an invitation of the e-mail (P11): taken as the one asked with one key, and taken back
 * (P24, P67). Where the app itself proposed it, says from where, and lets it be taken back too.
 */
export function DocumentTextOffer({ request, text, onText, own }: DocumentTextOfferProps) {
  const { id, askedFrom, asked } = request;
  const toast = useToast();
  const heading = useId();
  const take = useAct('requests.takeText');
  const back = useAct('requests.giveTextBack');
  const [handled, setHandled] = useState<readonly string[]>([]);
  const files = request.mails.find(({ kind }) => kind === 'asks')?.attachments ?? [];
  const documents = useMailDocuments(request.mail, files);
  const offer = documents.find(
    (one) => one.text !== null && !handled.includes(one.id) && !isSame(one.text, text) && !isSame(one.text, asked.text),
  );
  const source = askedFrom && documents.find((one) => one.id === askedFrom.attachment);
  const problem = take.problem ?? back.problem;

  const giveBack = async (before: string) => {
    if (back.busy || !(await own())) return;
    const reply = await back.run({ id });
    if (reply.ok) onText(before);
  };
  const use = async () => {
    if (!offer?.text || take.busy || !(await own())) return;
    const before = text;
    const reply = await take.run({ id, attachment: offer.id });
    if (!reply.ok) return;
    onText(offer.text);
    toast({
      text: `Adesso il testo chiesto è quello di «${offer.name}».`,
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void giveBack(before) },
    });
  };
  useShortcuts(offer ? [{ keys: KEY, label: `Usa il testo di ${offer.name}`, run: () => void use() }] : []);
  if (!offer && !source && !problem) return null;
  return (
    <>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
      {source && askedFrom && (
        <section className="answered-text" aria-label="Da dove viene il testo chiesto">
          <p className="row">
            <Sign name="info" size={14} />
            <span>
              Il testo chiesto viene {source.event ? 'dall’invito' : 'dall’allegato'} «
              <Isolated>{source.name}</Isolated>»
              {askedFrom.by === null && ': l’ha trovato l’app, controlla che sia proprio quello da inviare'}.
              {source.event && ` L’evento è ${sayWhen(source.event)}: il giorno di invio sceglilo tu.`}
            </span>
          </p>
          <div className="row">
            <Button
              size="small"
              kind="quiet"
              onClick={() => void giveBack(isSame(text, asked.text) ? askedFrom.before : text)}
            >
              Non è questo il testo
            </Button>
          </div>
        </section>
      )}
      {offer && (
        <section className="answered-text" aria-labelledby={heading}>
          <p id={heading} className="row">
            <Sign name="info" size={14} />
            <span>
              {offer.event ? 'Nell’invito' : 'Nell’allegato'} «<Isolated>{offer.name}</Isolated>» c’è un testo
              {offer.isCut && ', molto lungo: se ne legge solo l’inizio'}.
              {offer.event?.isCancelled && ' L’invito è stato annullato.'}
            </span>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard (WCAG 2.1.1) */}
          <section className="answered-text-body asked-text" tabIndex={0} aria-label={`Testo di ${offer.name}`}>
            {offer.text}
          </section>
          <div className="row">
            <Button size="small" keys={KEY} onClick={() => void use()}>
              Usa il testo di {offer.name}
            </Button>
            <Button size="small" kind="quiet" onClick={() => setHandled([...handled, offer.id])}>
              Non serve
            </Button>
          </div>
        </section>
      )}
    </>
  );
}
