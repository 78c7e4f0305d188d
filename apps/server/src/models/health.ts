import type { AdminModel } from '@agon/api';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** How a model does, for its admin. */
export type Health = AdminModel['health'];

/** A model that was never asked. */
export const unasked: Health = {
  battles: 0,
  answers: 0,
  failures: {},
  medianFirstTokenMs: null,
  tokensPerSecond: null,
};

/**
 * How every model that was asked does, by its id: over all its revisions and all time. Only of battles that are over, revealed or void:
 * an admin who votes would else see whose figures an open battle moves. What models spend is counted elsewhere, as it is spent.
 */
export async function readHealth(db: Kysely<Schema>): Promise<ReadonlyMap<string, Health>> {
  const [answers, failures] = [await answerFacts(db), await failureCounts(db)];
  const byModel = Map.groupBy(failures, ({ model }) => model);
  const failuresOf = (model: string) =>
    Object.fromEntries((byModel.get(model) ?? []).map(({ code, count }) => [code, count]));
  return new Map(answers.map(({ model, ...facts }) => [model, { ...facts, failures: failuresOf(model) }]));
}

interface AnswerFacts extends Omit<Health, 'failures'> {
  readonly model: string;
}

/** Speed is of complete answers alone; that of tokens is over the time in which they came. */
async function answerFacts(db: Kysely<Schema>): Promise<readonly AnswerFacts[]> {
  const { rows } = await sql<AnswerFacts>`
    select r.model_id as model,
      count(distinct a.battle_id) as battles,
      count(*) filter (where a.state = 'complete') as answers,
      percentile_cont(0.5) within group (order by a.first_token_ms) filter (where a.state = 'complete')
        as "medianFirstTokenMs",
      sum(1000.0::float8 * a.output_tokens) filter (where a.state = 'complete' and a.duration_ms > a.first_token_ms)
        / sum(a.duration_ms - a.first_token_ms)
          filter (where a.state = 'complete' and a.duration_ms > a.first_token_ms and a.output_tokens is not null)
        as "tokensPerSecond"
    from answers a
    join battles b on b.id = a.battle_id and b.phase in ('revealed', 'void')
    join model_revisions r on r.id = case a.side when 'a' then b.model_a else b.model_b end
    group by r.model_id`.execute(db);
  return rows;
}

interface FailureCount {
  readonly model: string;
  readonly code: string;
  readonly count: number;
}

async function failureCounts(db: Kysely<Schema>): Promise<readonly FailureCount[]> {
  return db
    .selectFrom('model_failures')
    .innerJoin('model_revisions', 'model_revisions.id', 'model_failures.revision')
    .innerJoin('battles', 'battles.id', 'model_failures.battle_id')
    .where('phase', 'in', ['revealed', 'void'])
    .select(({ fn }) => ['model_id as model', 'error_code as code', fn.countAll<number>().as('count')])
    .groupBy(['model_id', 'error_code'])
    .execute();
}
