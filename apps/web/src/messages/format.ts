/** Numbers and times as the reader's language writes them. */
export interface Format {
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** 0.42 → 42%. */
  readonly percent: (share: number, digits?: number) => string;
  /** US dollars, with as many digits as a fraction of a cent needs. */
  readonly dollars: (value: number) => string;
  /** 1,234 → 1.2s. */
  readonly seconds: (milliseconds: number) => string;
  readonly date: (milliseconds: number, options?: Intl.DateTimeFormatOptions) => string;
}

/** See {@link Format}. */
export function createFormat(language: string): Format {
  const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(language, options).format(value);
  return {
    number,
    percent: (share, digits = 0) => number(share, { style: 'percent', maximumFractionDigits: digits }),
    dollars: (value) =>
      number(value, {
        style: 'currency',
        currency: 'USD',
        ...(value > 0 && value < 0.1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 }),
      }),
    seconds: (milliseconds) =>
      number(milliseconds / 1_000, {
        style: 'unit',
        unit: 'second',
        unitDisplay: 'narrow',
        maximumFractionDigits: milliseconds < 10_000 ? 1 : 0,
      }),
    date: (milliseconds, options = { dateStyle: 'medium', timeStyle: 'short' }) =>
      new Intl.DateTimeFormat(language, options).format(milliseconds),
  };
}
