import type { BoardSpec } from '@agon/boards';
import type { Want } from '@agon/votes';

const OWN_FIELDS = ['voter', 'time', 'battle', 'turn', 'prompt', 'language', 'tags', 'weight'] as const;
/** Fields that every vote has; asking for them costs nothing. */
const ALWAYS = ['model', 'model_a', 'model_b', 'outcome'];

/**
 * What a board needs of the votes, so that nothing else is read. A field that is not part of the record is looked for among
 * the columns of the file and kept as a label.
 */
export function wantFor(spec: BoardSpec, by?: string): Want {
  const asked = [...spec.filter.map(({ field }) => field), ...(by === undefined ? [] : [by])];
  const { method, cluster } = spec.interval;
  const needsClusters = method === 'clustered' || method === 'bootstrap';
  const used = new Set<string>([
    ...asked,
    ...(needsClusters ? cluster : []),
    ...(spec.weights === 'record' ? ['weight'] : []),
    ...(spec.asOf === null ? [] : ['time']),
  ]);
  return {
    ...Object.fromEntries(OWN_FIELDS.filter((field) => used.has(field)).map((field) => [field, true])),
    covariates: spec.controls.map(({ name }) => name).filter((name) => name !== 'position'),
    labels: labelsOf(asked),
  };
}

/** Everything that a snapshot's hash covers: the whole record but texts, and the labels that the filter asks for. */
export function wantForSnapshot(spec: BoardSpec): Want {
  return {
    ...Object.fromEntries(OWN_FIELDS.map((field) => [field, true])),
    covariates: 'all',
    labels: labelsOf(spec.filter.map(({ field }) => field)),
  };
}

function labelsOf(asked: readonly string[]): string[] {
  const known: readonly string[] = [...OWN_FIELDS, ...ALWAYS];
  return [...new Set(asked)].filter((field) => !known.includes(field));
}
