import Papa from 'papaparse';

const DELIMITERS = [';', '\t', ',', '|'] as const;
const PREVIEW_ROWS = 60;
/** Excel writes this line to name the delimiter; it does not show it as a row. */
const NAMED_DELIMITER = /^sep=(.)\r?\n/i;

const parse = (text: string, delimiter: string, preview = 0): string[][] =>
  Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false }).data;

/** How many of the first rows have the same number of cells, more than one: title lines above a table do not. */
function regularity(text: string, delimiter: string): readonly [rows: number, cells: number] {
  const counts = new Map<number, number>();
  for (const { length } of parse(text, delimiter, PREVIEW_ROWS)) counts.set(length, (counts.get(length) ?? 0) + 1);
  const regular = [...counts].filter(([cells]) => cells > 1).sort((one, other) => other[1] - one[1]);
  return [regular[0]?.[1] ?? 0, regular[0]?.[0] ?? 0];
}

function guessDelimiter(text: string): string {
  const guesses = DELIMITERS.map((delimiter) => ({ delimiter, score: regularity(text, delimiter) }));
  const [best] = guesses.sort(
    ({ score: [rows, cells] }, { score: [otherRows, otherCells] }) => otherRows - rows || otherCells - cells,
  );
  return best?.delimiter ?? ';';
}

/** The rows of a CSV text, row 1 first. A record that spans several lines is one row, as in a spreadsheet. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const named = NAMED_DELIMITER.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  return parse(body, named?.[1] ?? guessDelimiter(body));
}
