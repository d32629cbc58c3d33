/** The part of html-to-text 10 used here: the package ships no types. */
declare module 'html-to-text' {
  export interface DomNode {
    readonly type: string;
    readonly name?: string;
    readonly data?: string;
    readonly attribs?: Readonly<Record<string, string>>;
    readonly children?: readonly DomNode[];
  }
  export interface BlockTextBuilder {
    readonly options: { readonly formatters: Readonly<Record<string, Formatter>> };
    readonly metadata: unknown;
    openBlock(options?: { readonly leadingLineBreaks?: number }): void;
    closeBlock(options?: { readonly trailingLineBreaks?: number }): void;
    addInline(text: string): void;
  }
  export type Walk = (nodes: readonly DomNode[] | undefined, builder: BlockTextBuilder) => void;
  export type Formatter = (
    element: DomNode,
    walk: Walk,
    builder: BlockTextBuilder,
    options: Readonly<Record<string, unknown>>,
  ) => void;
  export interface ConvertOptions {
    readonly wordwrap?: number | false;
    readonly limits?: { readonly maxDepth?: number; readonly maxChildNodes?: number; readonly ellipsis?: string };
    readonly formatters?: Readonly<Record<string, Formatter>>;
    readonly selectors?: readonly {
      readonly selector: string;
      readonly format?: string;
      readonly options?: Readonly<Record<string, unknown>>;
    }[];
  }
  export function compile(options: ConvertOptions): (html: string, metadata?: unknown) => string;
}
