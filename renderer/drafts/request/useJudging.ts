import { useMemo } from 'react';
import { useAnswer } from '#renderer/api.ts';
import {
  joinedReasons,
  type Kept,
  keptReasons,
  lineReasons,
  linesToExplain,
  missingLines,
  openErrors,
} from '#renderer/drafts/editor/judging.ts';
import { withSimilar } from '#renderer/drafts/similar/similarWords.ts';
import { useSimilar } from '#renderer/drafts/similar/useSimilar.ts';
import { type ChecklistInput, fillChecklist, momentOf } from '#shared/drafts/checklist.ts';
import { checkDraft } from '#shared/drafts/style/check.ts';
import { checkContextOf } from '#shared/drafts/style/engine/context.ts';
import { defaultPack } from '#shared/drafts/style/pack.ts';
import type { Session } from '#shared/people/session.ts';

/** A text as somebody writes it, and what it is judged with. */
export interface Judged extends Pick<ChecklistInput, 'request' | 'text' | 'senderKnown' | 'senderProved' | 'urgent'> {
  /** Reasons already given, by finding and by line. */
  readonly kept: Kept;
}

/** What the rules say of a text, at every key: findings, checklist, what stands in the way (P23–P25). */
export function useJudging(
  { request, text, senderKnown, senderProved, urgent, kept }: Judged,
  { profile, today, now }: Pick<Session, 'profile' | 'today' | 'now'>,
) {
  const { sendDate, link } = request.data;
  const { title } = request;
  const context = useMemo(
    () => checkContextOf(profile, sendDate ?? today, { link, title }),
    [profile, sendDate, today, link, title],
  );
  // The core checks again with the same pack when the text goes on.
  const pack = useAnswer('drafts.pack', {}).value ?? defaultPack;
  const findings = useMemo(() => checkDraft(text, pack, context), [text, pack, context]);
  const errors = openErrors(findings, kept);
  const search = useSimilar(request.id, text);
  const moment = useMemo(() => momentOf(profile.calendar, request, text, now), [profile, request, text, now]);
  const similar = search.found?.candidates ?? [];
  const filled = fillChecklist({
    ...{ request, text, findings, similar, senderKnown, senderProved, urgent, moment },
    hosts: profile.hosts,
  });
  const lines = withSimilar(filled, search);
  const given = keptReasons(findings, kept);
  const ofLines = lineReasons(lines, kept);
  return {
    pack,
    findings,
    errors,
    lines,
    /** What became of the moment wanted (P5); null without a date. */
    moment,
    /** Notices that resemble the text (P21). */
    search,
    missing: missingLines(lines, ofLines),
    toExplain: linesToExplain(lines, ofLines.prontuario === undefined ? errors : [], ofLines),
    /** Those given for whole lines, to be shown beside them. */
    ofLines,
    /** Reasons by line of the checklist, with those of the findings that were kept. */
    reasons: joinedReasons(given === '' ? {} : { prontuario: given }, ofLines),
  };
}
