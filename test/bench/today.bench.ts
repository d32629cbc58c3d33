/** What *Oggi* asks after years of work: every question of its screen, which the number on the rail asks on all the others too. */
import { expect, test } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import type { Question } from '#shared/ipc/contract.ts';
import { addMilliseconds, romeOf } from '#shared/kernel/instant.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { FIRST_IN_WORK } from '#shared/requests/views.ts';
import { approvedNotice, openTownDesk, testClock, write } from '../helpers/desk.ts';
import { openTownApp } from '../helpers/openTown.ts';

const TEXT = 'La biblioteca apre anche il sabato mattina, con le letture per i bambini e il prestito dei libri nuovi.';
const [A_FEW_MONTHS, MANY_YEARS] = [200, 3_000];
const WAITING = 20;
const A_DAY = { milliseconds: 86_400_000, notices: 8 };
const RUNS = 9;
const LIMIT_MILLISECONDS = 30;
const LIMIT_BYTES = 200_000;
const TIMEOUT_MILLISECONDS = 600_000;

const QUESTIONS: readonly (readonly [Question, object])[] = [
  ['service.status', {}],
  ['service.sharing', {}],
  ['people.roleNews', {}],
  ['people.roster', {}],
  ['service.health', {}],
  ['requests.list', FIRST_IN_WORK],
  ['requests.others', {}],
  ['requests.unreadAnswers', {}],
  ['drafts.waiting', {}],
  ['drafts.toRegularise', {}],
  ['queue.list', {}],
  ['queue.toPost', {}],
  ['service.stuck', {}],
  ['report.waiting', {}],
  ['service.notes', {}],
  ['queue.elections', {}],
];

/** The folder of a desk with `count` notices that left, a few a day, and some that wait. */
function workedFolder(count: number) {
  const clock = testClock();
  const opened = openTownDesk({ inFile: true, clock });
  for (let index = 0; index < count + WAITING; index++) {
    const id = `r${index}`;
    const sentAt = addMilliseconds(
      approvedNotice(opened, id, { sendDate: romeOf(clock.now()).day, text: TEXT }),
      60_000,
    );
    if (index >= count) continue;
    write(
      opened,
      queueFact('job.started', `job/${id}`, { desk: 'desk0001' }),
      queueFact('job.handedOver', `job/${id}`, { evidence: 'chiesto nel gruppo operativo' }),
      queueFact('job.sent', `job/${id}`, { sentAt, text: TEXT, recipients: 1_204 }),
    );
    if (index % A_DAY.notices === 0) clock.advance(A_DAY.milliseconds);
  }
  opened.close();
  return { folder: opened.folder, clock };
}

/** The median time of each question and the size of its answer. */
async function asked(count: number) {
  const { app } = openTownApp(workedFolder(count));
  const answers: { name: string; milliseconds: number; bytes: number }[] = [];
  for (const [name, input] of QUESTIONS) {
    const times: number[] = [];
    let bytes = 0;
    for (let run = 0; run < RUNS; run++) {
      const began = performance.now();
      const answer = await act(app, name, input as never);
      times.push(performance.now() - began);
      bytes = Buffer.byteLength(JSON.stringify(answer));
    }
    answers.push({ name, milliseconds: times.toSorted((a, b) => a - b)[RUNS >> 1] ?? 0, bytes });
  }
  const sum = (of: 'milliseconds' | 'bytes'): number => answers.reduce((total, answer) => total + answer[of], 0);
  return {
    milliseconds: sum('milliseconds'),
    bytes: sum('bytes'),
    slowest: answers.toSorted((a, b) => b.milliseconds - a.milliseconds)[0],
  };
}

test(
  `Oggi with ${MANY_YEARS} notices that left`,
  async () => {
    const [months, years] = [await asked(A_FEW_MONTHS), await asked(MANY_YEARS)];
    console.log(
      `${QUESTIONS.length} questions, ${WAITING} notices wait, ${MANY_YEARS} left: ${years.milliseconds.toFixed(1)} ms, ` +
        `${(years.milliseconds / months.milliseconds).toFixed(1)} × with ${A_FEW_MONTHS}; ${Math.round(years.bytes / 1_000)} kB; ` +
        `the slowest ${years.slowest?.name} ${years.slowest?.milliseconds.toFixed(1)} ms`,
    );
    expect(years.milliseconds).toBeLessThan(LIMIT_MILLISECONDS);
    expect(years.bytes).toBeLessThan(LIMIT_BYTES);
  },
  TIMEOUT_MILLISECONDS,
);
