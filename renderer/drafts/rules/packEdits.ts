import { create } from 'zustand';
import type { Severity } from '#shared/drafts/style/engine/finding.ts';
import { type ParameterName, type Parameters, parametersSchema } from '#shared/drafts/style/engine/parameters.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { type Pack, settingOf } from '#shared/drafts/style/pack.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';

interface Setting {
  readonly on: boolean;
  readonly severity: Severity;
}

/** What the head changed and did not publish yet (P23): they outlive the screen. */
export interface PackEdits {
  readonly rules: Readonly<Record<string, Setting>>;
  readonly parameters: Partial<Parameters>;
}

const NO_EDITS: PackEdits = { rules: {}, parameters: {} };

export const usePackEdits = create<PackEdits>(() => NO_EDITS);

export const editSetting = (id: string, setting: Setting): void =>
  usePackEdits.setState(({ rules }) => ({ rules: { ...rules, [id]: setting } }));

/** Keeps a choice of the house when it is one the pack accepts; answers whether it is. */
export function editParameter(
  name: ParameterName,
  choice: { readonly value: unknown; readonly confirmed: boolean },
): boolean {
  const parsed = parametersSchema.safeParse({ [name]: choice });
  if (parsed.success) {
    usePackEdits.setState(({ parameters }) => ({ parameters: { ...parameters, [name]: parsed.data[name] } }));
  }
  return parsed.success;
}

/** Published, or left. */
export const forgetPackEdits = (): void => usePackEdits.setState(NO_EDITS, true);

/** The pack with the changes on it, also when another desk published meanwhile. */
export const editedPack = (pack: Pack, { rules, parameters }: PackEdits): Pack => ({
  ...pack,
  rules: { ...pack.rules, ...rules },
  parameters: { ...pack.parameters, ...parameters },
});

/** One thing that publishing would change. */
export interface PackChange {
  readonly key: string;
  /** The rule, when it is one. */
  readonly rule: Rule | undefined;
  readonly parameter: ParameterName | undefined;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What differs between the pack in use and the edited one; a change taken back by hand is none. */
export function packChanges(pack: Pack, edited: Pack): readonly PackChange[] {
  const rules = catalogue
    .filter((rule) => {
      const [before, after] = [settingOf(pack, rule), settingOf(edited, rule)];
      return before.on !== after.on || before.severity !== after.severity;
    })
    .map((rule) => ({ key: rule.id, rule, parameter: undefined }));
  const names = Object.keys(edited.parameters) as ParameterName[];
  const parameters = names
    .filter((name) => !isSame(pack.parameters[name], edited.parameters[name]))
    .map((name) => ({ key: name, rule: undefined, parameter: name }));
  return [...rules, ...parameters];
}
