import { useMemo } from 'react';
import { PaneHeader } from '#renderer/ui/index.ts';
import { sayPlainDay } from '#renderer/ui/moments.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { CardNote, useNewsCard } from './newsCard.tsx';
import { previewLines } from './previewLines.ts';
import { WhatsAppPreview } from './WhatsAppPreview.tsx';

export interface PreviewPaneProps {
  readonly text: string;
  readonly request: Pick<RequestDetail, 'id' | 'data' | 'linkCheck'>;
  readonly municipality: string;
}

/** How citizens will see the message on their telephones. */
export function PreviewPane({ text, request, municipality }: PreviewPaneProps) {
  const { data } = request;
  const lines = useMemo(() => previewLines(text), [text]);
  const { shown, card } = useNewsCard(text, request);
  return (
    <>
      <PaneHeader title="Come lo vede il cittadino" />
      <WhatsAppPreview
        lines={lines}
        sender={municipality}
        day={data.sendDate ? sayPlainDay(data.sendDate) : undefined}
        time={data.sendTime ?? undefined}
        card={card}
        note={text.trim() !== '' && <CardNote shown={shown} />}
      />
    </>
  );
}
