import type { RequestData, RequestDataChange } from './facts.ts';

/** What two requests that become one may say differently (P12): the day goes with its hour. */
export const JOIN_FIELDS = ['when', 'link', 'office', 'category', 'reason'] as const;
export type JoinField = (typeof JOIN_FIELDS)[number];

const partOf = (data: RequestData, field: JoinField): RequestDataChange => {
  if (field !== 'when') return data[field] === null ? {} : { [field]: data[field] };
  const { sendDate, sendTime } = data;
  return sendDate === null ? {} : { sendDate, sendTime };
};
const isSet = (part: RequestDataChange): boolean => Object.keys(part).length > 0;
const differ = (one: RequestDataChange, other: RequestDataChange): boolean =>
  JSON.stringify(one) !== JSON.stringify(other);

/** The data of which only one can stay: both requests say something, and not the same. */
export const joinConflicts = (one: RequestData, other: RequestData): readonly JoinField[] =>
  JOIN_FIELDS.filter((field) => {
    const [mine, theirs] = [partOf(one, field), partOf(other, field)];
    return isSet(mine) && isSet(theirs) && differ(mine, theirs);
  });

/** The data of `one` once `other` is part of it: its own, what it lacks from the other, and what `taken` names from the other. */
export function joinedData(
  one: RequestData,
  other: RequestData,
  taken: ReadonlySet<JoinField> = new Set(),
): RequestDataChange {
  return Object.assign(
    {},
    ...JOIN_FIELDS.map((field) => {
      const [mine, theirs] = [partOf(one, field), partOf(other, field)];
      return isSet(theirs) && (taken.has(field) || !isSet(mine)) ? theirs : mine;
    }),
  );
}
