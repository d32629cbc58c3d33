import { ConflictChoice } from '#renderer/ui/index.ts';
import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import { type Day, sayDayAndYear } from '#shared/kernel/day.ts';
import type { Person } from '#shared/people/person.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { RequestData, RequestDataChange } from '#shared/requests/facts.ts';
import type { Conflict } from '#shared/requests/request.ts';

const FIELDS: Readonly<Record<keyof RequestData, string>> = {
  sendDate: 'Data richiesta',
  sendTime: 'Ora richiesta',
  link: 'Notizia sul sito',
  office: 'Ufficio',
  category: 'Categoria',
  reason: 'Motivo',
};

function sayValue(field: keyof RequestData, value: string | null): string {
  if (value === null) return 'lasciato vuoto';
  return field === 'sendDate' ? sayDayAndYear(value) : field === 'link' ? value : capitalised(value);
}

export interface DataConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly people: readonly Person[];
  readonly today: Day;
  /** Settles one; not given where the request can only be read. */
  readonly onSet: ((data: RequestDataChange) => void) | undefined;
}

/** The data that two desks wrote differently without knowing of each other: one key decides between them (G9). */
export function DataConflicts({ conflicts, people, today, onSet }: DataConflictsProps) {
  return conflicts.map(({ field, options }) => (
    <ConflictChoice
      key={field}
      heading={`${FIELDS[field]}: due postazioni hanno scritto cose diverse`}
      options={options.map(({ value, by, at, fact }, index) => ({
        id: fact,
        name: sayValue(field, value),
        value: sayValue(field, value),
        who: `${nameOf({ people }, by)}, ${sayMomentAt(at, today)}`,
        counts: index === options.length - 1,
      }))}
      onChoose={
        onSet &&
        ((fact) => {
          const chosen = options.find((option) => option.fact === fact);
          if (chosen) onSet({ [field]: chosen.value });
        })
      }
    />
  ));
}
