/** The colours of a page, by role. All text roles reach a contrast of 4.5 on `paper` and on `shade` (see the test). */
export interface Theme {
  readonly paper: string;
  readonly shade: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly accent: string;
  readonly warning: string;
  readonly mark: string;
  /** Sides a and b, ties, both bad. */
  readonly mix: readonly [string, string, string, string];
  /** Eleven steps from losing to winning: orange to blue, which every kind of colour vision tells apart. */
  readonly diverging: readonly string[];
}

export const lightTheme: Theme = {
  paper: '#fdfdfb',
  shade: '#f3f4f1',
  ink: '#1a1d21',
  quiet: '#5a616a',
  rule: '#dcdeda',
  accent: '#0b5a8f',
  warning: '#8a4b00',
  mark: '#5d6670',
  mix: ['#0b5a8f', '#6aa5cf', '#c9ccc6', '#b8651a'],
  diverging: [
    '#93450a',
    '#b05c14',
    '#d08a48',
    '#e6b585',
    '#f3dcc4',
    '#f1f1ee',
    '#cfe0ee',
    '#9fc5e1',
    '#66a3d0',
    '#2a72ab',
    '#0f5288',
  ],
};

export const darkTheme: Theme = {
  paper: '#15181c',
  shade: '#1e2227',
  ink: '#e8e8e4',
  quiet: '#a3abb4',
  rule: '#353b43',
  accent: '#74bbec',
  warning: '#f0b567',
  mark: '#98a1ab',
  mix: ['#74bbec', '#2f6f9f', '#5a616a', '#d98a3d'],
  diverging: [
    '#f2a65a',
    '#d18a42',
    '#a2652b',
    '#754c26',
    '#4a3725',
    '#2b3037',
    '#26415a',
    '#2b5f88',
    '#448ec4',
    '#63a8da',
    '#8fcbf5',
  ],
};

/**
 * Contrast of two colours as WCAG 2.2 defines it, from 1 to 21.
 *
 * @example contrast('#000000', '#ffffff') // 21
 */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Black or white, whichever is read better on a colour. */
export function textOn(background: string): string {
  const [dark, light] = ['#15181c', '#ffffff'];
  return contrast(dark, background) >= contrast(light, background) ? dark : light;
}

/** A theme as the declarations of custom properties. */
export function themeProperties(theme: Theme): string {
  const roles = ['paper', 'shade', 'ink', 'quiet', 'rule', 'accent', 'warning', 'mark'] as const;
  return [
    ...roles.map((role) => `--${role}:${theme[role]}`),
    ...theme.mix.map((color, index) => `--mix-${index}:${color}`),
    ...theme.diverging.flatMap((color, index) => [`--s${index}:${color}`, `--t${index}:${textOn(color)}`]),
  ].join(';');
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
