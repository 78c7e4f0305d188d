import type { AdminModel } from '@agon/api';
import { type Health, unasked } from './health.ts';
import type { StoredModel } from './model.ts';

/** What is known of a model beside its row. */
export interface ModelFacts {
  readonly drawn: boolean;
  readonly key: AdminModel['key'];
  readonly health: Health | undefined;
  readonly spentTodayUsd: number | undefined;
}

/** A model as its admin sees it; its key is not among what this is made from. */
export function adminView(model: StoredModel, { drawn, key, health, spentTodayUsd }: ModelFacts): AdminModel {
  const { id, name, organisation, license, link, state, source, weight, concurrency, dailyCapUsd, price, revision } =
    model;
  const { baseUrl, providerModel, settings, number } = revision;
  return {
    ...{ id, name, organisation, license, link, state, source, weight, concurrency, dailyCapUsd },
    ...{ baseUrl, providerModel, settings, drawn, key },
    aliases: [...model.aliases],
    inputUsdPerMillion: price?.inputUsdPerMillion ?? null,
    outputUsdPerMillion: price?.outputUsdPerMillion ?? null,
    revision: number,
    health: health ?? unasked,
    spentTodayUsd: spentTodayUsd ?? 0,
  };
}
