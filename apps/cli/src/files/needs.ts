import type { BoardSpec } from '@agon/boards';
import type { Needs } from './load-votes.ts';

const OWN_FIELDS = ['voter', 'time', 'battle', 'turn', 'prompt', 'language', 'tags', 'weight'] as const;
/** Fields that every vote has; asking for them costs nothing. */
const ALWAYS = ['model', 'model_a', 'model_b', 'outcome'];

/**
 * What a board needs of the votes, so that nothing else is read where nothing is asked for by name. A field that is not part of the record is looked for among
 * the columns of the file and kept as a label.
 */
export function needsFor(spec: BoardSpec, by?: string): Needs {
  const asked = [...spec.filter.map(({ field }) => field), ...(by === undefined ? [] : [by])];
  const controls = controlsOf(spec);
  // Whoever names a field may misname it, and is then shown all that there are.
  if (asked.length > 0 || controls.length > 0) {
    return { controls, want: { ...allFields(), covariates: 'all', labels: labelsOf(asked) } };
  }
  const { method, cluster } = spec.interval;
  // Who voted is told on every board, whatever its intervals are made of.
  const used = new Set<string>([
    'voter',
    ...(method === 'clustered' || method === 'bootstrap' ? cluster : []),
    ...(spec.weights === 'record' ? ['weight'] : []),
    ...(spec.asOf === null ? [] : ['time']),
  ]);
  const fields = OWN_FIELDS.filter((field) => used.has(field)).map((field) => [field, true]);
  return { controls, want: { ...Object.fromEntries(fields), covariates: [], labels: [] } };
}

function allFields(): Record<string, boolean> {
  return Object.fromEntries(OWN_FIELDS.map((field) => [field, true]));
}

/** Everything that a snapshot's hash covers: the whole record but texts, and the labels that the filter asks for. */
export function needsForSnapshot(spec: BoardSpec): Needs {
  const labels = labelsOf(spec.filter.map(({ field }) => field));
  return { controls: controlsOf(spec), want: { ...allFields(), covariates: 'all', labels } };
}

function controlsOf({ controls }: BoardSpec): string[] {
  return controls.map(({ name }) => name).filter((name) => name !== 'position');
}

function labelsOf(asked: readonly string[]): string[] {
  const known: readonly string[] = [...OWN_FIELDS, ...ALWAYS];
  return [...new Set(asked)].filter((field) => !known.includes(field));
}
