import { z } from 'zod';
import { InvalidDocument } from './errors.ts';

/** Fields of a vote that a filter can ask about; any other name is a label column. */
const condition = z.strictObject({
  field: z.string().min(1),
  op: z.enum(['in', 'not-in', '<', '<=', '>', '>=']),
  values: z.array(z.union([z.string(), z.number()])).min(1),
});

/** One condition of a filter: `field op values`; a vote must satisfy all conditions of a board. */
export type Condition = z.infer<typeof condition>;

/**
 * A board specification: everything that turns a record of votes into one board, as a small JSON document. Parsing fills in the
 * defaults, so that two specifications that mean the same are the same bytes.
 */
const fields = z.strictObject({
  filter: z.array(condition).default([]),
  /** `half`: Bradley–Terry, ties as half wins. The others model ties as an outcome of their own. */
  ties: z.enum(['half', 'davidson', 'rao-kupper', 'grounded']).default('half'),
  /** What "both bad" counts as; `grounded` always models it. */
  bothBad: z.enum(['tie', 'drop']).default('tie'),
  /** Covariates whose effect is taken out: style counts, `position`, or any covariate of the votes. */
  controls: z
    .array(
      z
        .strictObject({
          name: z.string().min(1),
          /** `ratio`: (a − b)/(|a| + |b|); `difference`: a − b; `side`: +1 for side a, position's only form. */
          transform: z.enum(['ratio', 'difference', 'side']).optional(),
        })
        .refine(({ name, transform }) => transform !== 'side' || name === 'position', {
          error: 'only position has the form "side"',
          path: ['transform'],
        })
        .transform(({ name, transform }) => ({
          name,
          transform: name === 'position' ? ('side' as const) : (transform ?? ('ratio' as const)),
        })),
    )
    .refine((controls) => new Set(controls.map(({ name }) => name)).size === controls.length, {
      error: 'a control is named twice',
    })
    .default([]),
  /** `record`: each vote counts with its own weight; `none`: every vote counts one. */
  weights: z.enum(['record', 'none']).default('record'),
  interval: z
    .strictObject({
      method: z.enum(['clustered', 'sandwich', 'model', 'bootstrap']).default('clustered'),
      /** What votes are clustered by, or resampled by in a bootstrap; without such a column, single votes. */
      cluster: z
        .array(z.enum(['voter', 'prompt']))
        .min(1)
        .refine((cluster) => new Set(cluster).size === cluster.length, { error: 'a column is named twice' })
        .default(['voter']),
      level: z.number().gt(0).lt(1).default(0.95),
      /** Bootstrap only. */
      rounds: z.int().min(10).max(100_000).default(200),
      /** Bootstrap only: fit each resample anew, or take one Newton step from the solution. */
      refit: z.boolean().default(true),
    })
    .prefault({}),
  ranks: z.enum(['pairwise', 'overlap', 'simultaneous']).default('pairwise'),
  /** Comparisons with the leader in the verdict: each at the level, or all together (Bonferroni). */
  multiplicity: z.enum(['none', 'bonferroni']).default('none'),
  /** Models outside the largest connected set: listed without a rating, or an error, or tied to the rest by a prior. */
  connectivity: z.enum(['largest', 'error', 'prior']).default('largest'),
  /** Shifts the scale so that this model has this rating; otherwise the mean of the rated models is 1000. */
  anchor: z
    .strictObject({ model: z.string().min(1), rating: z.number() })
    .nullable()
    .default(null),
  seed: z.int().min(0).max(0xffff_ffff).default(0),
  /** Votes later than this are left out: an absolute UTC time. */
  asOf: z.iso
    .datetime()
    .transform((time) => new Date(time).toISOString())
    .nullable()
    .default(null),
});

export const boardSpecSchema = fields
  .refine(({ ties, bothBad }) => ties !== 'grounded' || bothBad === 'tie', {
    error: 'grounded models "both bad" as an outcome of its own and cannot drop it',
    path: ['bothBad'],
  })
  .refine(({ interval }) => interval.method !== 'bootstrap' || interval.cluster.length === 1, {
    error: 'a bootstrap resamples one thing: voters or prompts',
    path: ['interval', 'cluster'],
  });

/** See {@link boardSpecSchema}: a specification with every default filled in. */
export type BoardSpec = z.infer<typeof boardSpecSchema>;

/**
 * Reads a specification: unknown or wrong fields are refused, missing ones take their defaults.
 *
 * @throws {InvalidDocument} naming the field
 * @example parseSpec({}).ties // 'half'
 */
export function parseSpec(document: unknown): BoardSpec {
  const result = boardSpecSchema.safeParse(document);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `${path.join('.') || 'the document'}: ${message}`);
  throw new InvalidDocument(`This is no board specification. ${issues.join('; ')}.`);
}
