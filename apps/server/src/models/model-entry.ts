import type { ModelInput } from '@agon/api';
import { ModelError, openAiCompatible } from '@agon/llm';
import { Refused } from '../http/refused.ts';
import { requireStorable } from '../settings/storable.ts';
import type { TokenPrice } from './lineup.ts';
import type { ModelEntry, Respondent } from './model.ts';

/** Longest text of a ledger record. */
const longestText = 500;

/**
 * What an input says of a model, apart from its key.
 * @throws {Refused} `invalid-request` naming the field that cannot be kept
 */
export function readEntry(input: Omit<ModelInput, 'apiKey'>): {
  readonly entry: ModelEntry;
  readonly respondent: Respondent;
} {
  requireStorable(input);
  for (const field of ['name', 'organisation', 'license'] as const) {
    if ((input[field]?.length ?? 0) <= longestText) continue;
    throw new Refused('invalid-request', `${field} is longer than ${longestText} characters.`, { field });
  }
  const price = priceOf(input);
  const { name, organisation, license, link, aliases, weight, concurrency, dailyCapUsd, baseUrl, providerModel } =
    input;
  if (dailyCapUsd !== null && price === null) {
    const message =
      'dailyCapUsd needs inputUsdPerMillion and outputUsdPerMillion: without prices spending cannot be counted.';
    throw new Refused('invalid-request', message, { field: 'inputUsdPerMillion' });
  }
  const respondent = { provider: 'openai-compatible', baseUrl, providerModel, settings: input.settings } as const;
  requireEndpoint(respondent);
  return {
    entry: { name, organisation, license, link, aliases, weight, concurrency, dailyCapUsd, price },
    respondent,
  };
}

function priceOf({ inputUsdPerMillion, outputUsdPerMillion }: Omit<ModelInput, 'apiKey'>): TokenPrice | null {
  if (inputUsdPerMillion === null && outputUsdPerMillion === null) return null;
  if (inputUsdPerMillion !== null && outputUsdPerMillion !== null) return { inputUsdPerMillion, outputUsdPerMillion };
  const field = inputUsdPerMillion === null ? 'inputUsdPerMillion' : 'outputUsdPerMillion';
  throw new Refused('invalid-request', `${field} is missing: give both prices, 0 where one is free, or neither.`, {
    field,
  });
}

/**
 * Checks what the wire cannot carry.
 * @throws {Refused} `invalid-request`
 */
export function requireEndpoint({ baseUrl, providerModel }: Respondent, apiKey?: string): void {
  const unused = {
    fetch: () => Promise.reject(new Error('Only checked.')),
    runtime: { now: () => 0, sleep: () => Promise.resolve(), random: () => 0 },
  };
  try {
    openAiCompatible({ baseUrl: baseUrl ?? '', model: providerModel, ...(apiKey !== undefined && { apiKey }) }, unused);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const field = ['apiKey', 'baseUrl'].find((name) => error.message.startsWith(name)) ?? 'providerModel';
    throw new Refused('invalid-request', error.message, { field });
  }
}
