import { useEffect, useMemo, useRef } from 'react';
import { checkDraft } from '#shared/drafts/check.ts';
import { fillChecklist } from '#shared/drafts/checklist.ts';
import { checkContextOf } from '#shared/drafts/context.ts';
import { defaultPack } from '#shared/drafts/pack.ts';
import { mailProfileOf, mayAsk } from '#shared/requests/profile.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import type { Status } from '#shared/service/status.ts';
import { call, useAct, useAnswer } from '../api.ts';
import { type Kept, keptReasons, linesToExplain, missingLines, openErrors, type Reasons } from './judging.ts';
import { mayWork, readOnlyOf } from './reading.ts';
import { withSimilar } from './similarWords.ts';
import { useSimilar } from './useSimilar.ts';
import { saveNow, useText, useWritings } from './writing.ts';

const NONE: Kept = {};

/** The text on screen and what the rules say of it, at every key. */
export function useJudgedText(request: RequestDetail, { profile, today }: Status) {
  const text = useText(request.id, request);
  const writing = useWritings((state) => state.texts[request.id]);
  const kept = useWritings((state) => state.kept[request.id]) ?? NONE;
  const { sendDate } = request.data;
  const context = useMemo(() => checkContextOf(profile, sendDate ?? today), [profile, sendDate, today]);
  // The core checks again with the same pack when the text is forwarded.
  const pack = useAnswer('drafts.pack', {}).value ?? defaultPack;
  const findings = useMemo(() => checkDraft(text, pack, context), [text, pack, context]);
  const errors = openErrors(findings, kept);
  const search = useSimilar(request.id, text);
  const filled = fillChecklist({
    request,
    text,
    findings,
    similar: search.found?.candidates ?? [],
    senderKnown: mayAsk(mailProfileOf(profile), request.senderAddress ?? ''),
    urgent: request.urgent,
    hosts: profile.hosts,
  });
  const lines = withSimilar(filled, search);
  const given = keptReasons(findings, kept);
  const reasons: Reasons = given === '' ? {} : { prontuario: given };
  return {
    pack,
    text,
    writing,
    kept,
    findings,
    errors,
    lines,
    /** Notices that resemble the text (P21). */
    search,
    missing: missingLines(lines),
    toExplain: linesToExplain(lines, errors),
    /** Reasons by line of the checklist, from the findings that were kept. */
    reasons,
  };
}

/** Takes the request in charge when it is opened, and keeps its text when it is left (P26). */
export function useCharge(request: RequestDetail, { person, today, share }: Status) {
  const { run, problem, putAway } = useAct('requests.takeCharge');
  const { id, state, inCharge } = request;
  const free = state === 'open' && inCharge === null && mayWork(person);
  const asked = useRef(false);
  useEffect(() => {
    if (!free || asked.current) return;
    asked.current = true;
    void run({ id });
  }, [free, id, run]);
  useEffect(
    () => () => {
      void saveNow(id);
    },
    [id],
  );
  return { problem, putAway, takeOver: () => void run({ id }), readOnly: readOnlyOf(request, person, today, share) };
}

/** Tells the other desks that this request is open here, until it is left. */
export function useViewing(id: string): void {
  useEffect(() => {
    void call('requests.viewing', { id });
    return () => void call('requests.viewing', { id: null });
  }, [id]);
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
