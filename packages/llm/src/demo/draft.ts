/** What there is to say to a question, before a character puts it into words. */
export interface Draft {
  /** A heading. */
  readonly title: string;
  /** The answer in one or two sentences; enough by itself. */
  readonly gist: string;
  readonly points?: readonly Point[];
  /** Points are steps or ranks. */
  readonly isOrdered?: boolean;
  readonly table?: Table;
  readonly code?: { readonly language: string; readonly text: string };
  /** In LaTeX, without dollar signs. */
  readonly maths?: string;
  /** Lines of a poem, as they are. */
  readonly verse?: readonly string[];
  /** Paragraphs of a story or a letter, as they are. */
  readonly prose?: readonly string[];
  /** What somebody says in place of it who is sure of himself and wrong. */
  readonly wrong?: Partial<Draft>;
}

/** One item of a list. */
export interface Point {
  readonly head: string;
  readonly text?: string;
}

/** A small table. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
