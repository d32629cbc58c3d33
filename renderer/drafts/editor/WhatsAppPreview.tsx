import './whatsapp.css';
import { type ReactNode, useState } from 'react';
import { Icon } from '#renderer/ui/Icon.tsx';
import { blocksOf, foldLines, type WhatsAppBlock, type WhatsAppLine, type WhatsAppRun } from './whatsAppText.ts';

/** What WhatsApp shows above the text for the first link. */
export interface WhatsAppCard {
  readonly title: string;
  readonly description?: string | undefined;
  /** The host: `comune.valdombra.example`. */
  readonly site: string;
  /** The picture of the page, as a `data:` address. */
  readonly picture?: string | undefined;
  /** The page has a picture: a grey one stands for it until it is there. */
  readonly image?: boolean | undefined;
}

export interface WhatsAppPreviewProps {
  /** The text, already parsed into lines and runs. */
  readonly lines: readonly WhatsAppLine[];
  readonly card?: WhatsAppCard | undefined;
  /** The name above the chat. */
  readonly sender?: string | undefined;
  /** The pill above the bubble: `4 dicembre 2026`. */
  readonly day?: string | undefined;
  /** `09:30` in the corner of the bubble. */
  readonly time?: string | undefined;
  /** What is to be said of the card, below everything. */
  readonly note?: ReactNode;
}

/** From here on WhatsApp hides the text behind "Leggi tutto". */
const FOLD_AT = 700;

function Run({ run }: { readonly run: WhatsAppRun }) {
  let content: ReactNode = run.text;
  if (run.mono) content = <code>{content}</code>;
  if (run.strike) content = <s>{content}</s>;
  if (run.italic) content = <em>{content}</em>;
  if (run.bold) content = <strong>{content}</strong>;
  return run.link ? <span className="whatsapp-link">{content}</span> : content;
}

function Runs({ line }: { readonly line: WhatsAppLine }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a line are told apart by their place only
  return line.runs.map((run, position) => <Run key={position} run={run} />);
}

function Block({ block }: { readonly block: WhatsAppBlock }) {
  const items = block.lines.map((line, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text are told apart by their place only
    <li key={position} value={line.number}>
      <Runs line={line} />
    </li>
  ));
  if (block.kind === 'bullet') return <ul className="whatsapp-list">{items}</ul>;
  if (block.kind === 'number') return <ol className="whatsapp-list">{items}</ol>;
  const lines = block.lines.map((line, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text are told apart by their place only
    <p key={position}>
      <Runs line={line} />
    </p>
  ));
  return block.kind === 'quote' ? <blockquote className="whatsapp-quote">{lines}</blockquote> : lines;
}

/** How citizens see the message. The colours are WhatsApp's and appear nowhere else; its mark is not used. */
export function WhatsAppPreview({ lines, card, sender, day, time, note }: WhatsAppPreviewProps) {
  const [open, setOpen] = useState(false);
  const short = foldLines(lines, FOLD_AT);
  const shown = open ? lines : short.lines;
  return (
    <figure className="whatsapp" aria-label="Anteprima">
      {sender && (
        <div className="whatsapp-head">
          <span className="whatsapp-avatar">
            <Icon name="board" size={14} />
          </span>
          {sender}
        </div>
      )}
      <div className="whatsapp-wall">
        {day && <p className="whatsapp-day">{day}</p>}
        <div className="whatsapp-bubble">
          {card && (
            <div className="whatsapp-card">
              {card.picture !== undefined && (
                <img className="whatsapp-picture" src={card.picture} alt="Immagine della scheda" />
              )}
              {card.image && card.picture === undefined && (
                <div className="whatsapp-image">
                  <Icon name="calendar" size={24} />
                </div>
              )}
              <div className="whatsapp-card-words">
                <b>{card.title}</b>
                {card.description && <p>{card.description}</p>}
                <p>{card.site}</p>
              </div>
            </div>
          )}
          <div className="whatsapp-text">
            {blocksOf(shown).map((block, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text are told apart by their place only
              <Block key={position} block={block} />
            ))}
            {short.folded && !open && (
              <button type="button" className="whatsapp-more" onClick={() => setOpen(true)}>
                Leggi tutto
              </button>
            )}
            {time && <span className="whatsapp-time">{time}</span>}
          </div>
        </div>
      </div>
      {note}
    </figure>
  );
}
