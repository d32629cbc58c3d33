import { Parser } from 'htmlparser2';
import { Refused } from './refusals.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlListener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (words: string) => void;
}

/** No document of an office nests its elements as deep. */
const DEEPEST = 400;
const MOST_ELEMENTS = 2_000_000;

/**
 * Walks through XML by its elements, with their prefixes. Entities a file declares itself are not looked at, nothing is
 * fetched. Throws `Refused` for what is nested or long beyond all measure.
 */
export function walkXml(xml: string, { open, close, text }: XmlListener): void {
  let [depth, elements] = [0, 0];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        elements += 1;
        if (depth > DEEPEST || elements > MOST_ELEMENTS) throw new Refused('broken');
        open(name, attributes);
      },
      onclosetag: (name) => {
        depth -= 1;
        close(name);
      },
      ontext: text,
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}
