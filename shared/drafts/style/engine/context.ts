import type { Day } from '#shared/kernel/day.ts';
import type { Profile } from '#shared/people/profile/profile.ts';

/** What a draft is checked against besides the rule pack: the day it goes out and what belongs to the municipality (P4). */
export interface CheckContext {
  /** Day on which the citizens read the notice: years that are not written are taken near it. */
  readonly sendDate: Day;
  /** Institutional web hosts; a host below one of them belongs to it. */
  readonly hosts: readonly string[];
  /** Institutional mail domains; a domain below one of them belongs to it. */
  readonly mailDomains: readonly string[];
  /** Telephone numbers of the municipality that may be mobile ones, in any spelling. */
  readonly phones: readonly string[];
  /** What citizens write to the number, in capitals (`ISCRIVIMI`). */
  readonly commands: readonly string[];
  /** Name of the municipality without `Comune di`, for example `Valdombra`; empty when not known. */
  readonly municipality: string;
  /** Where the notice stands on the site, when the request says it: what a text without link lacks. */
  readonly link?: string | null | undefined;
  /** The name of the request, to be offered as title where the text has none. */
  readonly title?: string | undefined;
}

/** The context of a profile for a notice that goes out on `sendDate`, and what its request says of it. */
export function checkContextOf(
  profile: Profile,
  sendDate: Day,
  { link, title }: Pick<CheckContext, 'link' | 'title'> = {},
): CheckContext {
  const { hosts, mailDomains, serviceNumber, municipality, optInWord, optOutWord } = profile;
  return {
    sendDate,
    hosts,
    mailDomains,
    phones: [serviceNumber],
    commands: [optInWord, optOutWord].filter((word) => word !== null),
    municipality: municipality.replace(/^Comune di /, ''),
    link,
    title,
  };
}
