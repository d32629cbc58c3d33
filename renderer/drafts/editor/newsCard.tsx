import { useEffect, useState } from 'react';
import { call } from '#renderer/api.ts';
import { Sign } from '#renderer/ui/index.ts';
import { shownCard } from '#shared/requests/news/shownCard.ts';
import type { RequestView } from '#shared/requests/views.ts';
import { firstLink, siteOf } from './previewLines.ts';
import type { WhatsAppCard } from './WhatsAppPreview.tsx';

/** The picture of the card as a `data:` address, fetched once for each; undefined until it is there, and where none may be shown. */
function useCardPicture(id: string, address: string | undefined): string | undefined {
  const [found, setFound] = useState<{ readonly address: string; readonly source: string }>();
  useEffect(() => {
    if (address === undefined) return;
    let wanted = true;
    void call('requests.cardPicture', { id }).then((reply) => {
      if (!wanted || !reply.ok || !reply.value.picture) return;
      const { kind, base64 } = reply.value.picture;
      setFound({ address, source: `data:${kind};base64,${base64}` });
    });
    return () => {
      wanted = false;
    };
  }, [id, address]);
  return found?.address === address ? found?.source : undefined;
}

type Shown = Pick<RequestView, 'id' | 'data' | 'linkCheck'>;

/** The card under a text, and what is to be said of it where there is none (P22). */
export function useNewsCard(text: string, { id, data, linkCheck }: Shown) {
  const link = firstLink(text);
  const shown = shownCard(link ?? null, data.link, linkCheck);
  const image = shown.state === 'card' ? shown.card.image : null;
  const picture = useCardPicture(id, image?.place === 'own' ? image.address : undefined);
  if (shown.state !== 'card' || link === undefined) return { shown, card: undefined };
  const { title, description } = shown.card;
  const card: WhatsAppCard = {
    title,
    description: description ?? undefined,
    site: siteOf(link),
    picture,
    image: image !== null && image.place !== 'unusable',
  };
  return { shown, card };
}

const HEADS = { none: 'Senza scheda', unverified: 'Scheda non verificata' } as const;

/** Under the preview: that citizens see no card, or that nobody knows; or where the picture of the card lies. */
export function CardNote({ shown }: Pick<ReturnType<typeof useNewsCard>, 'shown'>) {
  if (shown.state === 'card') {
    if (shown.card.image?.place !== 'elsewhere') return null;
    return (
      <p className="whatsapp-note">
        <Sign name="info" size={14} />
        <span>L’immagine sta su un altro sito: l’app non la apre.</span>
      </p>
    );
  }
  return (
    <p className="whatsapp-note">
      <Sign name={shown.state === 'none' ? 'info' : 'unverified'} size={14} />
      <span>
        <strong>{HEADS[shown.state]}</strong>
        <br />
        {shown.why}
      </span>
    </p>
  );
}
