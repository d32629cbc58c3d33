/** A bug as the log tells it. */
export interface LoggedBug {
  /** ISO instant, by the clock of the computer. */
  readonly at: string;
  /** The number the user saw, or the part of the app that met it. */
  readonly id: string;
  /** Its first line: name, code and masked message. */
  readonly what: string;
}

const BUG = /^(?<at>\S+Z) errore \[(?<id>[^\]\n]+)\] (?<what>.*)$/gmu;

/** A bug as it stands in the file: one line that begins with the moment, then indented ones. */
export const bugEntry = (at: Date, id: string, [first, ...rest]: readonly [string, ...string[]]): string =>
  [`${at.toISOString()} errore [${id}] ${first}`, ...rest.map((line) => `  ${line}`)].join('\n');

/** A line on the life of the app, as it stands in the file. */
export const noteEntry = (at: Date, line: string): string => `${at.toISOString()} nota ${line.replaceAll(/\s+/g, ' ')}`;

/** The bugs told in the text of a log file, the oldest first. */
export function bugsIn(text: string): readonly LoggedBug[] {
  return [...text.matchAll(BUG)].map(({ groups: { at = '', id = '', what = '' } = {} }) => ({
    at,
    id,
    what: what.trimEnd(),
  }));
}
