/** What the data pane shows of a request's data: pure. */
import type { RequestData, RequestDataChange } from '#shared/requests/facts.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

type Shown = Pick<RequestDetail, 'mail' | 'asked' | 'data' | 'confirmed' | 'warnings' | 'index' | 'answers'>;

/** The data with a field of their own; the time goes with the date. */
const FIELDS = ['sendDate', 'link', 'office', 'category', 'reason'] as const satisfies readonly (keyof RequestData)[];
const READ_IN_MAIL: readonly (keyof RequestData)[] = ['sendDate', 'sendTime', 'link'];

/** Whether a person confirmed or wrote this datum. */
export const isConfirmed = ({ confirmed, data }: Shown, name: keyof RequestData): boolean =>
  data[name] !== null && confirmed.includes(name);

/** How many fields are confirmed, of how many. */
export function confirmedCount(request: Shown): { readonly confirmed: number; readonly of: number } {
  return { confirmed: FIELDS.filter((name) => isConfirmed(request, name)).length, of: FIELDS.length };
}

/** What Ctrl+Maiusc+Invio confirms at once: every proposed value that nobody confirmed yet. */
export function proposedData(request: Shown): RequestDataChange {
  const { data } = request;
  const open = FIELDS.filter((name) => data[name] !== null && !isConfirmed(request, name));
  const values = Object.fromEntries(open.map((name) => [name, data[name]]));
  return open.includes('sendDate') ? { ...values, sendTime: data.sendTime } : values;
}

/** A datum the office wrote in an answer and that is not the one of the request: what it proposes, and when it came. */
export interface AnsweredDatum {
  readonly change: RequestDataChange;
  /** What it says, as it was read. */
  readonly day: string | null;
  readonly link: string | null;
  readonly at: string;
}

/** What the last answer that speaks of a datum says otherwise (P17): proposed in its field, for a person to take. */
export function answeredData({ answers, data }: Shown, name: 'sendDate' | 'link'): AnsweredDatum | undefined {
  const last = answers.findLast(({ says, fromHead }) => !fromHead && says[name] !== null);
  if (!last || last.says[name] === data[name]) return undefined;
  const { sendDate: day, sendTime, link } = last.says;
  const change = name === 'link' ? { link } : { sendDate: day, sendTime: sendTime ?? data.sendTime };
  return { change, day: name === 'link' ? null : day, link: name === 'link' ? link : null, at: last.receivedAt };
}

/** Where a value comes from: read in the e-mail, proposed by the app, or written at the desk. */
export function sourceOf({ mail, asked, data, answers }: Shown, name: keyof RequestData): string {
  if (data[name] === null) return '';
  const isAnswered = answers.some(
    ({ says, fromHead }) => !fromHead && name in says && says[name as 'link'] === data[name],
  );
  if (data[name] !== asked[name] && isAnswered) return 'dalla risposta';
  if (data[name] !== asked[name]) return 'scelto da noi';
  if (mail === null) return 'dal banco';
  return READ_IN_MAIL.includes(name) ? 'dalla e-mail' : 'proposto';
}

const OF_ONE = /^Richiesta (\d+): /;

/** The warnings that concern this request: those of the whole e-mail, and its own without their number. */
export function ownWarnings({ warnings, index }: Shown): readonly string[] {
  return warnings.flatMap(({ message }) => {
    const number = OF_ONE.exec(message)?.[1];
    if (number === undefined) return [message];
    return Number(number) === index ? [message.replace(OF_ONE, '')] : [];
  });
}
