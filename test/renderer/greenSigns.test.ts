/** Every green sign of the screens and what it rests on (P66, L14). A new one is made of an `Evidence`, or is named here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TRUTH_LOOKS } from '#renderer/ui/truth.ts';
import { confirmed, isProved, prepared } from '#shared/kernel/evidence.ts';

const RENDERER = join(import.meta.dirname, '..', '..', 'renderer');
/** Shapes, what gives an `Evidence` its look, and pictures of components. */
const NO_SCREEN = ['ui/signShapes.ts', 'ui/Chip.tsx', 'ui/truth.ts', 'gallery/'];
const GREEN = /['"]done['"]|tone="ok"|tone: 'ok'|[?:] 'ok'/g;

/** How many green signs each file draws by itself, and what each rests on. */
const GREENS: Readonly<Record<string, readonly [count: number, evidence: string]>> = {
  'frame/AppFrame.tsx': [1, 'every text was written to the disk: nothing waits or failed'],
  'report/invoice/InvoiceReview.tsx': [1, 'the check of the invoice, computed from the file shown beside it'],
  'report/conclusion/ConclusionStep.tsx': [1, 'the name of a choice, not a state'],
  'report/conclusion/conclusionWords.ts': [3, 'the statement was compared, the invoice read, the conclusion kept'],
  'report/figures/ReportFigures.tsx': [1, 'no sign: the id of a column'],
  'report/ReportDesk.tsx': [2, 'a person looked at the figures and went on; the PDF was written'],
  'report/reconciling/reconcileWords.ts': [2, 'decided by a person, or paired by the rule shown beside it'],
  'report/reconciling/ReconcileRows.tsx': [1, 'the row that is chosen'],
  'report/reconciling/ReconcileCompare.tsx': [1, 'the two values are shown side by side'],
  'queue/queueRows.ts': [1, 'a person confirmed it, with when and to how many'],
  'queue/emergency/emergencyChecks.ts': [2, 'what is typed in the form right now'],
  'queue/election/ElectionForm.tsx': [1, 'the answer that is given for the text as it stands now'],
  'people/notes/NoteItem.tsx': [1, 'the person it names pressed «L’ho letta»'],
  'queue/QueueTimeline.tsx': [1, 'a person confirmed it: the mark of a sending that was sent'],
  'queue/approval/ApprovalSide.tsx': [2, 'the checklist kept with the text that was forwarded'],
  'register/RegisterTexts.tsx': [1, 'the text on record, with its author and moment'],
  'register/registerColumns.tsx': [1, 'a row of the register: a person confirmed the sending'],
  'drafts/editor/TextPane.tsx': [1, 'the readability of the text as it stands now'],
  'drafts/editor/FindingsList.tsx': [1, 'the rules read the text as it stands now'],
  'drafts/similar/SimilarTexts.tsx': [1, 'the two values are shown side by side'],
  'drafts/request/Readiness.tsx': [1, 'no obstacle and nothing left to confirm'],
  'drafts/request/ChecksList.tsx': [1, 'the checklist of the text as it stands now'],
  'drafts/rules/RulesTrial.tsx': [1, 'the trial of the rules on texts of the register'],
  'drafts/rules/RuleDetail.tsx': [2, 'an example of the rule, not a state'],
  'requests/data/DataPane.tsx': [1, 'a person confirmed the datum'],
  'service/today/TodaySituation.tsx': [1, 'a look on record, with its hour'],
  'service/sharing/ShareChoice.tsx': [1, 'the folder that answered'],
  'service/today/Beginnings.tsx': [2, 'what was found or written, told in the same row with its moment'],
  'service/today/beginningWords.ts': [2, 'what was found or written, told in the same row with its moment'],
  'service/sharing/shareWords.ts': [2, 'everything was written to the share and read again, with the hour'],
  'people/profile/SettingsTown.tsx': [1, 'a person confirmed it for the town, with how'],
};

const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !NO_SCREEN.some((place) => path.startsWith(place)));

test('every green sign is made of an evidence, or says here what it rests on', () => {
  const found = sources.flatMap((path) => {
    const count = readFileSync(join(RENDERER, path), 'utf8').match(GREEN)?.length ?? 0;
    return count === 0 ? [] : [[path, count]];
  });
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(GREENS).map(([path, [count]]) => [path, count])),
  );
});

test('nothing but a word with its evidence is green, and there is none without', () => {
  expect(() => confirmed({ word: 'inviata', evidence: ' ' })).toThrow('inviata');
  const [proved, weaker] = [
    confirmed({ word: 'inviata', evidence: 'Ricevuta.' }),
    prepared({ word: 'pronta', evidence: 'Scritta.' }),
  ];
  expect([isProved(proved), isProved(weaker)]).toEqual([true, false]);
  const green = Object.entries(TRUTH_LOOKS).filter(([, { sign, tone }]) => sign === 'done' || tone === 'ok');
  expect(green.map(([name]) => name)).toEqual(['confirmed']);
  // A hand-made word cannot be green: it lacks what `confirmed` alone gives.
  // @ts-expect-error -- no evidence was made
  const forged: ReturnType<typeof confirmed> = {
    word: 'inviata',
    sign: 'confirmed',
    evidence: 'x',
    when: null,
    who: null,
  };
  expect(forged.word).toBe('inviata');
});
