/** Strings coded by number: `names[codes[row]]`, or {@link MISSING} where a row has none. */
export interface CodedColumn {
  readonly codes: Uint32Array;
  readonly names: readonly string[];
}

/** The code of a row that has no value in a {@link CodedColumn}. */
export const MISSING = 0xffff_ffff;

/** One number a side and row, NaN where a row has none. */
export interface SidedColumn {
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/**
 * Votes as columns: the numeric side of many vote records, one typed array a field, every array `length` long.
 *
 * An optional field that no vote has is absent. `tags` are coded as a set: each distinct sorted list of tags, joined by `|`,
 * is one name.
 */
export interface VoteColumns {
  readonly length: number;
  /** Names of the models in order of first appearance; `modelA` and `modelB` are indices into it. */
  readonly models: readonly string[];
  readonly modelA: Uint32Array;
  readonly modelB: Uint32Array;
  /** Index into `outcomes`: 0 a, 1 b, 2 tie, 3 both_bad. */
  readonly outcome: Uint8Array;
  readonly voter?: CodedColumn;
  /** UTC milliseconds, NaN where unknown. */
  readonly time?: Float64Array;
  readonly battle?: CodedColumn;
  /** From 1; 0 where unknown. */
  readonly turn?: Uint16Array;
  readonly prompt?: CodedColumn;
  readonly language?: CodedColumn;
  readonly tags?: CodedColumn;
  /** 1 where a vote names none. */
  readonly weight?: Float64Array;
  readonly covariates: Readonly<Record<string, SidedColumn>>;
  readonly labels: Readonly<Record<string, CodedColumn>>;
}
