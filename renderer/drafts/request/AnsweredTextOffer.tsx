import { useId, useState } from 'react';
import { Button, Differences, Isolated, Sign, useShortcuts, useToast } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { differences } from '#shared/text/differences.ts';
import { answeredText } from './answeredText.ts';

export interface AnsweredTextOfferProps {
  readonly request: RequestDetail;
  /** The text being written. */
  readonly text: string;
  readonly today: string;
  readonly onText: (text: string) => void;
}

const KEY = 'Alt+T';

/** A text that came in an answer, with what it changes: used with one key, taken back with another (P17, P67). Nothing without any. */
export function AnsweredTextOffer({ request, text, today, onText }: AnsweredTextOfferProps) {
  const toast = useToast();
  const id = useId();
  const [handled, setHandled] = useState<string>();
  const offer = answeredText(request, text);
  const isOpen = offer !== undefined && handled !== offer.mail;
  const use = () => {
    if (!offer) return;
    const before = text;
    onText(offer.text);
    setHandled(offer.mail);
    toast({
      text: 'Adesso il testo è quello della risposta.',
      action: {
        label: 'Annulla',
        keys: 'Control+Z',
        run: () => {
          onText(before);
          setHandled(undefined);
        },
      },
    });
  };
  useShortcuts(isOpen ? [{ keys: KEY, label: 'Usa il testo della risposta', run: use }] : []);
  if (!isOpen) return null;
  return (
    <section className="answered-text" aria-labelledby={id}>
      <p id={id}>
        <Sign name="info" size={14} />{' '}
        {offer.from === null ? (
          'Dalla risposta dell’ufficio'
        ) : (
          <>
            Dal messaggio di <Isolated>{offer.from}</Isolated>
          </>
        )}
        , {sayMomentAt(offer.at, today)}: un testo diverso da questo.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="answered-text-body" aria-label="Che cosa cambia" tabIndex={0}>
        <Differences segments={differences(text, offer.text)} size="small" />
      </section>
      <div className="row">
        <Button size="small" keys={KEY} onClick={use}>
          Usa questo testo
        </Button>
        <Button size="small" kind="quiet" onClick={() => setHandled(offer.mail)}>
          Tieni il mio
        </Button>
      </div>
    </section>
  );
}
