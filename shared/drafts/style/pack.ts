import { z } from 'zod';
import { type Severity, severitySchema } from '#shared/drafts/style/engine/finding.ts';
import { parametersSchema } from '#shared/drafts/style/engine/parameters.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

const settingSchema = z.object({ on: z.boolean(), severity: severitySchema });

/**
 * The rule pack (P23): a versioned data file that the head edits. It holds only what the house chose:
 * a rule it does not name keeps its own severity, a choice it does not name keeps the default, not confirmed.
 */
export const packSchema = z.object({
  version: z.int().min(1),
  author: z.string(),
  date: daySchema,
  /** Whether the municipality confirmed the pack as its own. */
  confirmed: z.boolean(),
  /** By the name of the rule. Names this version does not know are kept and have no effect. */
  rules: z.record(z.string(), settingSchema),
  parameters: parametersSchema.prefault({}),
});
export type Pack = Readonly<z.output<typeof packSchema>>;

/** The pack in use until the municipality publishes its own: nothing in it is confirmed. */
export const defaultPack: Pack = {
  version: 1,
  author: 'Avvisi PuntoSi',
  date: '2026-01-01',
  confirmed: false,
  rules: {},
  parameters: parametersSchema.parse({}),
};

/** Whether `rule` is on in `pack`, and how much it weighs. */
export function settingOf(pack: Pack, rule: Rule): { readonly on: boolean; readonly severity: Severity } {
  return pack.rules[rule.id] ?? { on: rule.offByDefault !== true, severity: rule.severity };
}

/** The pack with `setting` for the rule called `id`. The caller gives it a new version when it is published. */
export function withSetting(
  pack: Pack,
  id: string,
  setting: { readonly on: boolean; readonly severity: Severity },
): Pack {
  return { ...pack, rules: { ...pack.rules, [id]: setting } };
}

const broken = (why: string): Result<never, Problem> =>
  problem({
    code: 'pack-invalid',
    what: 'Il pacchetto di regole non si può leggere.',
    why: `${why} L’app usa l’ultimo pacchetto valido.`,
    remedy: 'Correggi il file o pubblica di nuovo il pacchetto dalle Impostazioni.',
  });

/** Reads a pack from the text of its JSON file; the problem names the field that is wrong. */
export function parsePack(json: string): Result<Pack, Problem> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return broken('Il file non è un documento JSON completo.');
  }
  const parsed = packSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const path = parsed.error.issues[0]?.path.join(' › ') ?? '';
  return broken(path === '' ? 'Il file non contiene un pacchetto.' : `È sbagliata la voce «${path}».`);
}
