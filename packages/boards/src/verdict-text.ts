import type { Verdict } from './board.ts';

const count = new Intl.NumberFormat('en-GB');

/** The verdict as a sentence. `rated` is the number of rated models. */
export function verdictText({ kind, models, votesNeeded }: Omit<Verdict, 'text'>, rated: number): string {
  const more = forecast(votesNeeded);
  const [first = ''] = models;
  switch (kind) {
    case 'clear-winner':
      return `Clear winner: ${first} is better than each other rated model.`;
    case 'tied-top':
      return `Tied top: ${list(models)} cannot be told apart.${more}`;
    case 'no-signal':
      return rated === 2
        ? `No signal yet: ${list(models)} cannot be told apart.${more}`
        : `No signal yet: none of the other ${rated - 1} models can be told from ${first}, the first in rating.${more}`;
    default:
      return models.length === 0
        ? 'Not comparable: no two models have both won and lost against each other, directly or through others.'
        : `Not comparable: ${list(models)} ${models.length === 1 ? 'has' : 'have'} never lost to the rated models, or never met them, and might be better than all of them.`;
  }
}

function forecast(votesNeeded: number | null): string {
  if (votesNeeded === null) return ' At present differences no number of votes would separate them.';
  const rounded = Number(votesNeeded.toPrecision(2));
  return ` About ${count.format(rounded)} more votes would separate ${votesNeeded === 1 ? 'it' : 'them'}, if the present differences are real.`;
}

function list(models: readonly string[]): string {
  if (models.length > 6) return `${models.slice(0, 5).join(', ')} and ${models.length - 5} others`;
  if (models.length < 2) return models.join('');
  return `${models.slice(0, -1).join(', ')} and ${models[models.length - 1]}`;
}
