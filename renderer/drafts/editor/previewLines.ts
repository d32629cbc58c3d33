import { parseWhatsapp, type WhatsappSegment } from '#shared/text/whatsapp.ts';
import type { WhatsAppLine, WhatsAppRun } from './whatsAppText.ts';

const runOf = ({ text, styles, href }: WhatsappSegment): WhatsAppRun => ({
  text,
  bold: styles.includes('bold'),
  italic: styles.includes('italic'),
  strike: styles.includes('strike'),
  mono: styles.includes('mono'),
  link: href !== null,
});

/** The message as the preview draws it. */
export function previewLines(text: string): readonly WhatsAppLine[] {
  return parseWhatsapp(text).map(({ kind, number, segments }) => ({
    kind,
    number: number ?? undefined,
    runs: segments.map(runOf),
  }));
}

/** The host of the first link in the text, when there is one. */
export function firstSite(text: string): string | undefined {
  const href = parseWhatsapp(text)
    .flatMap(({ segments }) => segments)
    .find((segment) => segment.href !== null)?.href;
  return href ? new URL(href).host : undefined;
}
