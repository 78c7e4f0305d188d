/** What is wrong with a field, with the limit that it broke. */
export interface FieldFault {
  readonly code: 'required' | 'no-number' | 'not-whole' | 'too-small' | 'too-large' | 'too-long' | 'no-address';
  readonly limit?: number;
}

/** Faults by the path of the field in the request, such as `settings.temperature`. */
export type FieldFaults = Readonly<Record<string, FieldFault>>;

/** Bounds of a number typed into a field. */
export interface NumberRule {
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
}

/** Reads the fields of a form one after the other and remembers what was wrong. */
export interface FieldReader {
  readonly faults: FieldFaults;
  /** Trimmed text; a fault where it is empty or longer than `max`. */
  text(path: string, typed: string, max?: number): string;
  /** A number; a fault where there is none. */
  number(path: string, typed: string, rule?: NumberRule): number;
  /** A number, or null where the field is empty. */
  optionalNumber(path: string, typed: string, rule?: NumberRule): number | null;
  /** An http(s) address. */
  address(path: string, typed: string): string;
  optionalAddress(path: string, typed: string): string | null;
}

/** A reader of one form. Fields with a fault read as an empty or zero value; look at `faults` before use. */
export function createFieldReader(): FieldReader {
  const faults: Record<string, FieldFault> = {};
  const fail = <Value>(path: string, fault: FieldFault, value: Value): Value => {
    faults[path] = fault;
    return value;
  };
  const reader: FieldReader = {
    faults,
    text(path, typed, max = Number.POSITIVE_INFINITY) {
      const text = typed.trim();
      if (text === '') return fail(path, { code: 'required' }, '');
      return text.length > max ? fail(path, { code: 'too-long', limit: max }, text) : text;
    },
    number(path, typed, rule = {}) {
      if (typed.trim() === '') return fail(path, { code: 'required' }, 0);
      const value = Number(typed);
      const fault = numberFault(value, rule);
      return fault === null ? value : fail(path, fault, 0);
    },
    optionalNumber: (path, typed, rule) => (typed.trim() === '' ? null : reader.number(path, typed, rule)),
    address(path, typed) {
      const text = typed.trim();
      if (text === '') return fail(path, { code: 'required' }, '');
      return isAddress(text) ? text : fail(path, { code: 'no-address' }, text);
    },
    optionalAddress: (path, typed) => (typed.trim() === '' ? null : reader.address(path, typed)),
  };
  return reader;
}

/** Trimmed text, or null where nothing was typed. */
export function optionalText(typed: string): string | null {
  const text = typed.trim();
  return text === '' ? null : text;
}

/** A number as it stands in a field; empty for null. */
export function typedNumber(value: number | null): string {
  return value === null ? '' : String(value);
}

function numberFault(value: number, { min, max, isWhole = false }: NumberRule): FieldFault | null {
  if (!Number.isFinite(value)) return { code: 'no-number' };
  if (isWhole && !Number.isInteger(value)) return { code: 'not-whole' };
  if (min !== undefined && value < min) return { code: 'too-small', limit: min };
  if (max !== undefined && value > max) return { code: 'too-large', limit: max };
  return null;
}

function isAddress(text: string): boolean {
  return /^https?:\/\//iu.test(text) && URL.canParse(text);
}
