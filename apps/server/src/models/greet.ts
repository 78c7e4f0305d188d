import type { ModelInput, TestResult } from '@agon/api';
import { assemble, type ChatModel, type ModelTest, openAiCompatible, sayHi } from '@agon/llm';
import { Refused } from '../http/refused.ts';
import { SecretLost } from '../secrets/keyring.ts';
import { AddressRefused } from './address-rules.ts';
import type { TokenPrice } from './lineup.ts';
import type { StoredModel } from './model.ts';
import { readEntry, requireEndpoint } from './model-entry.ts';
import { type RespondOptions, respondentOf } from './respond.ts';
import type { SafeFetch } from './safe-fetch.ts';
import type { Spend } from './spend.ts';

/** What models are greeted with. */
export interface GreetOptions extends RespondOptions {
  readonly safeFetch: Pick<SafeFetch, 'check'>;
  readonly spend: Pick<Spend, 'budgetOf'>;
}

/** Lets a model of the arena say hi: once, without its queue, and paid for from its budget. */
export async function greet(model: StoredModel, signal: AbortSignal, options: GreetOptions): Promise<TestResult> {
  const { models, runtime, safeFetch, spend } = options;
  const { revision, price } = model;
  try {
    models.keyOf(model, revision);
    if (revision.baseUrl !== null) await safeFetch.check(revision.baseUrl);
  } catch (error) {
    if (error instanceof SecretLost) return { ok: false, code: error.code, message: error.message };
    if (error instanceof AddressRefused) return { ok: false, code: 'address-refused', message: error.message };
    throw error;
  }
  const asked = assemble(respondentOf(model, revision, options), {
    runtime,
    retry: { maxAttempts: 1 },
    ...(price !== null && { budget: spend.budgetOf(model), price }),
  });
  return hi(asked, { price, signal, options });
}

/**
 * Lets a model that is not saved say hi.
 * @throws {Refused} `address-refused`, `invalid-request`
 */
export async function greetNew(input: ModelInput, signal: AbortSignal, options: GreetOptions): Promise<TestResult> {
  const { entry, respondent } = readEntry(input);
  const apiKey = typeof input.apiKey === 'string' ? { apiKey: input.apiKey } : {};
  requireEndpoint(respondent, input.apiKey ?? undefined);
  await requireAddress(input.baseUrl, options.safeFetch);
  const endpoint = { baseUrl: input.baseUrl, model: input.providerModel, ...apiKey };
  const { fetch, runtime } = options;
  const asked = assemble(openAiCompatible(endpoint, { fetch, runtime }), { runtime, retry: { maxAttempts: 1 } });
  return hi(asked, { price: entry.price, signal, options });
}

/** @throws {Refused} `address-refused` with the line of configuration that would allow it */
export async function requireAddress(baseUrl: string, { check }: Pick<SafeFetch, 'check'>): Promise<void> {
  try {
    await check(baseUrl);
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    throw new Refused('address-refused', error.message, { field: 'baseUrl', cause: error });
  }
}

interface Greeting {
  readonly price: TokenPrice | null;
  readonly signal: AbortSignal;
  readonly options: Pick<RespondOptions, 'runtime'>;
}

async function hi(model: ChatModel, { price, signal, options: { runtime } }: Greeting): Promise<TestResult> {
  return resultOf(await sayHi(model, { runtime, signal, ...(price !== null && { price }) }));
}

function resultOf(test: ModelTest): TestResult {
  if (!test.isOk) return { ok: false, code: test.error.code, message: test.error.message };
  const { text, latencyMs, totalMs, usage, costUsd } = test;
  return {
    ok: true,
    text,
    firstTokenMs: latencyMs,
    totalMs,
    inputTokens: usage?.inputTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    costUsd: costUsd ?? null,
  };
}
