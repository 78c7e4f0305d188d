import type { ModelInput } from '@agon/api';
import { jsonHash } from '@agon/ledger';
import type { TokenPrice } from './lineup.ts';

/** Settings of one model; null leaves a field to the arena's own. */
export type ModelSettings = ModelInput['settings'];

/** Who answers: when this changes, battles meet somebody else, and the model has a new revision. */
export interface Respondent {
  readonly provider: 'openai-compatible' | 'demo';
  /** Null for a demo character. */
  readonly baseUrl: string | null;
  readonly providerModel: string;
  readonly settings: ModelSettings;
}

/** One state of who answers. It never changes; only its key may. */
export interface Revision extends Respondent {
  readonly id: string;
  /** Among those of its model, from 1. */
  readonly number: number;
  readonly secretId: string | null;
}

/** What an admin or a configuration file says of a model, checked. */
export interface ModelEntry {
  readonly name: string;
  readonly organisation: string | null;
  readonly license: string | null;
  readonly link: string | null;
  readonly aliases: readonly string[];
  /** Share of draws under the weighted policy. */
  readonly weight: number;
  /** Answers at the same time. */
  readonly concurrency: number;
  readonly dailyCapUsd: number | null;
  readonly price: TokenPrice | null;
}

/** A model as it is stored. A change replaces the object of this model and leaves those of the others. */
export interface StoredModel extends ModelEntry {
  readonly id: string;
  readonly state: 'active' | 'paused' | 'retired';
  readonly source: 'demo' | 'config' | 'admin';
  /** The current one. */
  readonly revision: Revision;
  /** All, oldest first. */
  readonly revisions: readonly Revision[];
}

/** The public fingerprint of a respondent, for the ledger. A query of the address stays out, since it may hold a secret. */
export function respondentHash({ provider, baseUrl, providerModel, settings }: Respondent): string {
  const url = baseUrl === null ? null : URL.parse(baseUrl);
  return jsonHash({ provider, baseUrl: url && url.origin + url.pathname, providerModel, settings });
}

/** Whether two respondents would answer alike. */
export function isSameRespondent(one: Respondent, other: Respondent): boolean {
  return one.baseUrl === other.baseUrl && respondentHash(one) === respondentHash(other);
}

/** Whether a key for the one may be sent to the other. */
export function isSameOrigin(one: Respondent, other: Respondent): boolean {
  if (one.baseUrl === null || other.baseUrl === null) return false;
  return URL.parse(one.baseUrl)?.origin === URL.parse(other.baseUrl)?.origin;
}

/** Whether a real model answers here, and no character. */
export function isReal(model: StoredModel): boolean {
  return model.source !== 'demo';
}
