import { type RefObject, useState } from 'react';
import { call } from '#renderer/api.ts';
import { Field, type FieldProps } from '#renderer/ui/index.ts';
import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import { sayLinkCheck } from '#shared/requests/linkCheck.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

export interface LinkFieldProps extends Pick<FieldProps, 'label' | 'source' | 'hint' | 'sign' | 'signLabel'> {
  readonly value: string | null;
  /** Institutional hosts: of their pages only the path is shown until the field is entered. */
  readonly hosts: readonly string[];
  readonly readOnly: boolean;
  readonly onCommit: (link: string | null) => void;
  readonly ref?: RefObject<HTMLInputElement | null> | undefined;
}

function short(link: string, hosts: readonly string[]): string {
  if (!URL.canParse(link)) return link;
  const { host, pathname, search } = new URL(link);
  return hosts.includes(host) && pathname !== '/' ? `${pathname}${search}` : link;
}

/** The link to the news item; its path alone is shown until the field is entered, because the rest is always the same. */
export function LinkField({ value, hosts, readOnly, onCommit, ...words }: LinkFieldProps) {
  const [typed, setTyped] = useState<string>();
  const whole = value ?? '';
  const commit = () => {
    const text = (typed ?? whole).trim();
    onCommit(text === '' ? null : text);
  };
  return (
    <Field
      {...words}
      icon="link"
      inputMode="url"
      spellCheck={false}
      readOnly={readOnly}
      title={whole || undefined}
      value={typed ?? short(whole, hosts)}
      onChange={setTyped}
      onFocus={() => setTyped(whole)}
      onBlur={() => {
        if (typed !== undefined && typed.trim() !== whole) commit();
        setTyped(undefined);
      }}
      onKeyDown={(event) => {
        if (readOnly || event.ctrlKey || event.altKey) return;
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape' && typed !== whole) setTyped(whole);
        else return;
        event.preventDefault();
      }}
    />
  );
}

export interface LinkHintProps {
  readonly request: RequestDetail;
  readonly today: string;
  readonly readOnly: boolean;
  readonly onCheck: () => void;
}

/** What came of opening the link, when, and the way to look again or to see the page (P22). */
export function LinkHint({ request, today, readOnly, onCheck }: LinkHintProps) {
  const { linkCheck, data } = request;
  const { link } = data;
  if (link === null) return 'Manca il link alla notizia.';
  const { words } = sayLinkCheck(linkCheck);
  return (
    <span className="link-hint">
      <span>
        {capitalised(words)}
        {linkCheck && `, ${sayMomentAt(linkCheck.checkedAt, today)}`}
      </span>
      {!readOnly && (
        <button type="button" className="link" onClick={onCheck}>
          {linkCheck ? 'Verifica di nuovo' : 'Verifica'}
        </button>
      )}
      <button type="button" className="link" onClick={() => void call('shell.openLink', { url: link })}>
        Apri la pagina
      </button>
    </span>
  );
}
