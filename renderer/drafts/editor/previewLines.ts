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

/** The first link in the text, when there is one: its page makes the card. */
export const firstLink = (text: string): string | undefined =>
  parseWhatsapp(text)
    .flatMap(({ segments }) => segments)
    .find((segment) => segment.href !== null)?.href ?? undefined;

/** The site of a link as the card names it: without `www`. */
export const siteOf = (link: string): string => new URL(link).host.replace(/^www\./, '');
