import { useMemo } from 'react';
import { PaneHeader } from '#renderer/ui/index.ts';
import { sayPlainDay } from '#renderer/ui/moments.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { firstSite, previewLines } from './previewLines.ts';
import { WhatsAppPreview } from './WhatsAppPreview.tsx';

export interface PreviewPaneProps {
  readonly text: string;
  readonly request: Pick<RequestDetail, 'data' | 'linkCheck'>;
  readonly municipality: string;
}

/** How citizens will see the message on their telephones. */
export function PreviewPane({ text, request: { data, linkCheck }, municipality }: PreviewPaneProps) {
  const lines = useMemo(() => previewLines(text), [text]);
  const site = useMemo(() => firstSite(text), [text]);
  return (
    <>
      <PaneHeader title="Come lo vede il cittadino" />
      <WhatsAppPreview
        lines={lines}
        sender={municipality}
        day={data.sendDate ? sayPlainDay(data.sendDate) : undefined}
        time={data.sendTime ?? undefined}
        card={
          site === undefined
            ? undefined
            : {
                title: linkCheck?.title ?? 'La notizia sul sito',
                description: 'Titolo e immagine li prende WhatsApp dalla pagina.',
                site,
                image: true,
              }
        }
      />
    </>
  );
}
