import { useEffect, useRef, useState } from 'react';
import { call, useAct, useAnswer } from '#renderer/api.ts';
import type { Kept } from '#renderer/drafts/editor/judging.ts';
import { useToast } from '#renderer/ui/index.ts';
import { saveNow, useText, useWritings } from '#renderer/writing/writing.ts';
import { mayAsk } from '#shared/people/profile/senders.ts';
import type { Session } from '#shared/people/session.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { NO_DESKS } from '#shared/service/share.ts';
import { mayWork, readOnlyOf } from './readOnly.ts';
import { useJudging } from './useJudging.ts';

const NONE: Kept = {};

/** The text on screen and what the rules say of it, at every key. */
export function useJudgedText(request: RequestDetail, session: Session) {
  const text = useText(request.id, request);
  const writing = useWritings((state) => state.texts[request.id]);
  const kept = useWritings((state) => state.kept[request.id]) ?? NONE;
  const senderKnown = mayAsk(session.profile.senders, request.senderAddress ?? '');
  const { senderProved, urgent } = request;
  const judged = useJudging({ request, text, kept, senderKnown, senderProved, urgent }, session);
  return { ...judged, text, writing, kept };
}

/** Takes the request in charge at the first act on it, never by looking (P27), and keeps its text when it is left (P26). */
export function useCharge(request: RequestDetail, { person, today }: Session) {
  const share = useAnswer('service.sharing', {}).value ?? NO_DESKS;
  const { run, problem, putAway } = useAct('requests.takeCharge');
  const { id, state, inCharge } = request;
  const release = useAct('requests.releaseCharge');
  const toast = useToast();
  const isFree = state === 'open' && inCharge === null && mayWork(person);
  const taking = useRef<Promise<boolean>>(undefined);
  const holder = inCharge?.person;
  useEffect(() => {
    if (holder !== undefined) taking.current = undefined;
  }, [holder]);
  /** Resolves when it is in charge of who acts here; false when that did not succeed. */
  const own = (): Promise<boolean> => {
    if (!isFree) return Promise.resolve(true);
    taking.current ??= run({ id }).then(({ ok }) => {
      if (!ok) taking.current = undefined;
      return ok;
    });
    return taking.current;
  };
  const giveBack = async () => {
    await saveNow(id);
    if (release.busy || !(await release.run({ id })).ok) return;
    toast({
      text: 'Hai lasciato l’incarico: il testo resta salvato.',
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void run({ id }) },
    });
  };
  useEffect(
    () => () => {
      void saveNow(id);
    },
    [id],
  );
  return {
    problem: problem ?? release.problem,
    putAway,
    isFree,
    isMine: inCharge !== null && inCharge.person === person?.id && (state === 'inCharge' || state === 'waiting'),
    own,
    giveBack: () => void giveBack(),
    takeOver: () => void run({ id }),
    readOnly: readOnlyOf(request, person, today, share),
  };
}

/** Tells the other desks that this request is open here, until it is left. */
export function useViewing(id: string): void {
  useEffect(() => {
    void call('requests.viewing', { id });
    return () => void call('requests.viewing', { id: null });
  }, [id]);
}

/** Whether the texts that resemble it are open; when they close, the focus is back on their button. */
export function useComparing() {
  const [comparing, setComparing] = useState(false);
  const compareButton = useRef<HTMLButtonElement>(null);
  const compared = useRef(false);
  useEffect(() => {
    if (compared.current && !comparing) compareButton.current?.focus();
    compared.current = comparing;
  }, [comparing]);
  const [compare, stopComparing] = [() => setComparing(true), () => setComparing(false)];
  return { comparing, compare, stopComparing, compareButton };
}

/** Looks at a link nobody looked at yet, once, and again when asked (P22). */
export function useLinkCheck({ id, data, linkCheck }: RequestDetail, readOnly: boolean) {
  const { run, busy, problem } = useAct('requests.checkLink');
  const looked = useRef<string>(null);
  const { link } = data;
  useEffect(() => {
    if (readOnly || link === null || linkCheck !== null || looked.current === link) return;
    looked.current = link;
    void run({ id });
  }, [id, link, linkCheck, readOnly, run]);
  return { problem, check: () => void (busy || run({ id })) };
}
