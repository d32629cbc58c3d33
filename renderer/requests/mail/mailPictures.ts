import { useEffect, useState } from 'react';
import { call } from '#renderer/api.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { MailPictures } from '#shared/requests/views.ts';

export type MailPicture = MailPictures['pictures'][number];

/** The picture as the address of an image. */
export const addressOfPicture = ({ kind, base64 }: MailPicture): string => `data:${kind};base64,${base64}`;

const NONE: MailPictures = { pictures: [], tooBig: [] };

/** The pictures of an e-mail, asked for once: an e-mail never changes, and its pictures are heavy. */
export function useMailPictures(mail: string, hasFiles: boolean) {
  const [answer, setAnswer] = useState<{ readonly value: MailPictures; readonly problem?: Problem }>({ value: NONE });
  useEffect(() => {
    if (!hasFiles) return;
    let wanted = true;
    void call('requests.pictures', { mail }).then((reply) => {
      if (wanted) setAnswer(reply.ok ? { value: reply.value } : { value: NONE, problem: reply.error });
    });
    return () => {
      wanted = false;
    };
  }, [mail, hasFiles]);
  return answer;
}

const KILOBYTE = 1_000;
const NUMBER = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1 });

/** `24 kB`, `1,2 MB`; never less than 1 kB. */
export function saySize(bytes: number): string {
  if (bytes >= KILOBYTE * KILOBYTE) return `${NUMBER.format(bytes / (KILOBYTE * KILOBYTE))} MB`;
  return `${Math.max(1, Math.round(bytes / KILOBYTE))} kB`;
}
