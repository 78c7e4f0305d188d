import { type CodedColumn, MISSING, type SidedColumn, type VoteColumns } from '../columns.ts';
import type { DecodedBlock } from './decode.ts';
import { type CodedField, codedFields, type Dictionaries } from './dictionaries.ts';
import { Growing, type Numbers } from './growing.ts';
import { renumber } from './renumber.ts';

/** Gathers the used rows of blocks into columns. */
export class Collector {
  readonly #dictionaries: Dictionaries;
  #length = 0;
  #expected = 0;
  readonly #modelA = this.#codes();
  readonly #modelB = this.#codes();
  readonly #outcome = this.#column((length) => new Uint8Array(length), 0);
  readonly #coded = {
    voter: this.#codes(),
    battle: this.#codes(),
    prompt: this.#codes(),
    language: this.#codes(),
    tags: this.#codes(),
  };
  readonly #time = this.#column((length) => new Float64Array(length), Number.NaN);
  readonly #turn = this.#column((length) => new Uint16Array(length), 0);
  readonly #weight = this.#column((length) => new Float64Array(length), Number.NaN);
  readonly #covariates = new Map<string, { readonly a: Growing<Float32Array>; readonly b: Growing<Float32Array> }>();
  readonly #labels = new Map<string, Growing<Uint32Array>>();

  constructor(dictionaries: Dictionaries) {
    this.#dictionaries = dictionaries;
  }

  /** Adds the rows of a block that were not rejected. */
  add(block: DecodedBlock): void {
    const rows = block.rejected.size === 0 ? undefined : keptRows(block);
    const start = this.#length;
    this.#expected = start + block.rows + (block.rowsAfter ?? 0);
    this.#modelA.append(start, block.modelA, rows);
    this.#modelB.append(start, block.modelB, rows);
    this.#outcome.append(start, block.outcome, rows);
    for (const field of codedFields) {
      const values = block.coded[field];
      if (values) this.#coded[field].append(start, values, rows);
    }
    if (block.time) this.#time.append(start, block.time, rows);
    if (block.turn) this.#turn.append(start, block.turn, rows);
    if (block.weight) this.#weight.append(start, block.weight, rows);
    for (const [name, { a, b }] of block.covariates) {
      const sides = getOrMake(this.#covariates, name, () => ({ a: this.#side(), b: this.#side() }));
      sides.a.append(start, a, rows);
      sides.b.append(start, b, rows);
    }
    for (const [name, values] of block.labels)
      getOrMake(this.#labels, name, () => this.#codes()).append(start, values, rows);
    this.#length += rows ? rows.length : block.rows;
  }

  /** The columns, each as long as there are votes; names are in order of first appearance among them. */
  finish(): VoteColumns {
    const length = this.#length;
    const modelA = this.#modelA.finish(length) ?? new Uint32Array(0);
    const modelB = this.#modelB.finish(length) ?? new Uint32Array(0);
    const time = this.#time.finish(length);
    const turn = this.#turn.finish(length);
    const weight = this.#weight.finish(length);
    const coded: Partial<Record<CodedField, CodedColumn>> = {};
    for (const field of codedFields) {
      const column = this.#codedColumn(this.#coded[field], this.#dictionaries.coded[field].names);
      if (column) coded[field] = column;
    }
    return {
      length,
      models: renumber(this.#dictionaries.models.names, [modelA, modelB]),
      modelA,
      modelB,
      outcome: this.#outcome.finish(length) ?? new Uint8Array(0),
      ...coded,
      ...(time?.some(isNumber) ? { time } : {}),
      ...(turn?.some((value) => value !== 0) ? { turn } : {}),
      ...(weight?.some(isNumber) ? { weight: weight.map((value) => (Number.isNaN(value) ? 1 : value)) } : {}),
      covariates: this.#finishCovariates(),
      labels: this.#finishLabels(),
    };
  }

  #codes(): Growing<Uint32Array> {
    return this.#column((length) => new Uint32Array(length), MISSING);
  }

  #side(): Growing<Float32Array> {
    return this.#column((length) => new Float32Array(length), Number.NaN);
  }

  #column<T extends Numbers>(make: (length: number) => T, missing: number): Growing<T> {
    return new Growing(make, missing, () => this.#expected);
  }

  #finishCovariates(): Record<string, SidedColumn> {
    const covariates: [name: string, sides: SidedColumn][] = [];
    for (const [name, sides] of this.#covariates) {
      const a = sides.a.finish(this.#length);
      const b = sides.b.finish(this.#length);
      if (a && b && (a.some(isNumber) || b.some(isNumber))) covariates.push([name, { a, b }]);
    }
    return Object.fromEntries(covariates);
  }

  #finishLabels(): Record<string, CodedColumn> {
    const labels: [name: string, column: CodedColumn][] = [];
    for (const [name, growing] of this.#labels) {
      const column = this.#codedColumn(growing, this.#dictionaries.label(name).names);
      if (column) labels.push([name, column]);
    }
    // Not by assignment: a column may be called __proto__.
    return Object.fromEntries(labels);
  }

  #codedColumn(growing: Growing<Uint32Array>, names: readonly string[]): CodedColumn | undefined {
    const column = growing.finish(this.#length);
    if (!column) return undefined;
    const used = renumber(names, [column]);
    return used.length > 0 ? { codes: column, names: used } : undefined;
  }
}

function keptRows({ rows, rejected }: DecodedBlock): Uint32Array {
  const kept = new Uint32Array(rows - rejected.size);
  let count = 0;
  for (let row = 0; row < rows; row++) if (!rejected.has(row)) kept[count++] = row;
  return kept;
}

function isNumber(value: number): boolean {
  return !Number.isNaN(value);
}

function getOrMake<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
