/** A warning of a board as a visitor reads it: who is counted in place of how, and percentages as everywhere on the page. */
export function warningWords(warning: string): string {
  return warning
    .replace(
      /\b(\d+) clusters \(by (\w+)\)/,
      (_, count: string, unit: string) => `${count} ${unit}${count === '1' ? '' : 's'}`,
    )
    .replace(/(\d)\s%/g, '$1%');
}
