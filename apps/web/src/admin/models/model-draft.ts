import type { AdminModel, ModelInput } from '@agon/api';
import { createFieldReader, type FieldFaults, optionalText, typedNumber } from '../fields.ts';

/** What is to become of the key: what was stored is never shown, so a form can only keep, replace or remove it. */
export type KeyChange =
  | { readonly kind: 'keep' }
  | { readonly kind: 'replace'; readonly text: string }
  | { readonly kind: 'remove' };

/** A model as it stands in the form: everything as typed. */
export interface ModelDraft {
  readonly name: string;
  readonly organisation: string;
  readonly license: string;
  readonly link: string;
  readonly baseUrl: string;
  readonly providerModel: string;
  readonly key: KeyChange;
  readonly aliases: readonly string[];
  readonly weight: string;
  readonly concurrency: string;
  readonly dailyCapUsd: string;
  readonly inputUsdPerMillion: string;
  readonly outputUsdPerMillion: string;
  readonly temperature: string;
  readonly maxOutputTokens: string;
  readonly contextTokens: string;
  readonly reasoningEffort: '' | 'none' | 'low' | 'medium' | 'high';
  readonly systemPrompt: string;
}

/** The form of a model that is not known yet. */
export const emptyDraft: ModelDraft = {
  name: '',
  organisation: '',
  license: '',
  link: '',
  baseUrl: '',
  providerModel: '',
  key: { kind: 'keep' },
  aliases: [],
  weight: '1',
  concurrency: '4',
  dailyCapUsd: '',
  inputUsdPerMillion: '',
  outputUsdPerMillion: '',
  temperature: '',
  maxOutputTokens: '',
  contextTokens: '',
  reasoningEffort: '',
  systemPrompt: '',
};

/** The form of a model found on this machine: a small one at a time is what a desk computer can serve. */
export function draftOfDiscovered(baseUrl: string, providerModel: string): ModelDraft {
  return { ...emptyDraft, name: providerModel, baseUrl, providerModel, concurrency: '1' };
}

/** The form of a stored model. */
export function draftOf(model: AdminModel): ModelDraft {
  const { settings } = model;
  return {
    name: model.name,
    organisation: model.organisation ?? '',
    license: model.license ?? '',
    link: model.link ?? '',
    baseUrl: model.baseUrl ?? '',
    providerModel: model.providerModel,
    key: { kind: 'keep' },
    aliases: model.aliases,
    weight: typedNumber(model.weight),
    concurrency: typedNumber(model.concurrency),
    dailyCapUsd: typedNumber(model.dailyCapUsd),
    inputUsdPerMillion: typedNumber(model.inputUsdPerMillion),
    outputUsdPerMillion: typedNumber(model.outputUsdPerMillion),
    temperature: typedNumber(settings.temperature),
    maxOutputTokens: typedNumber(settings.maxOutputTokens),
    contextTokens: typedNumber(settings.contextTokens),
    reasoningEffort: settings.reasoningEffort ?? '',
    systemPrompt: settings.systemPrompt ?? '',
  };
}

/** What a form says: a model, or what is wrong with it. */
export type DraftReading =
  | { readonly input: ModelInput; readonly faults: null }
  | { readonly input: null; readonly faults: FieldFaults };

/** Reads the form. The limits are those of the contract, so that a mistake shows before anything is sent. */
export function readDraft(draft: ModelDraft): DraftReading {
  const read = createFieldReader();
  const input: ModelInput = {
    name: read.text('name', draft.name, 120),
    organisation: optionalText(draft.organisation),
    license: optionalText(draft.license),
    link: read.optionalAddress('link', draft.link),
    baseUrl: read.address('baseUrl', draft.baseUrl),
    providerModel: read.text('providerModel', draft.providerModel),
    ...keyOf(draft.key),
    aliases: [...draft.aliases],
    weight: read.number('weight', draft.weight, { min: 0 }),
    concurrency: read.number('concurrency', draft.concurrency, { min: 1, max: 1_000, isWhole: true }),
    dailyCapUsd: read.optionalNumber('dailyCapUsd', draft.dailyCapUsd, { min: 0 }),
    inputUsdPerMillion: read.optionalNumber('inputUsdPerMillion', draft.inputUsdPerMillion, { min: 0 }),
    outputUsdPerMillion: read.optionalNumber('outputUsdPerMillion', draft.outputUsdPerMillion, { min: 0 }),
    settings: {
      temperature: read.optionalNumber('settings.temperature', draft.temperature, { min: 0, max: 2 }),
      maxOutputTokens: read.optionalNumber('settings.maxOutputTokens', draft.maxOutputTokens, atLeastOne),
      contextTokens: read.optionalNumber('settings.contextTokens', draft.contextTokens, atLeastOne),
      reasoningEffort: draft.reasoningEffort === '' ? null : draft.reasoningEffort,
      systemPrompt: optionalText(draft.systemPrompt),
    },
  };
  return Object.keys(read.faults).length === 0 ? { input, faults: null } : { input: null, faults: read.faults };
}

const atLeastOne = { min: 1, isWhole: true } as const;

function keyOf(key: KeyChange): Pick<ModelInput, 'apiKey'> {
  if (key.kind === 'remove') return { apiKey: null };
  // An empty field replaces nothing.
  return key.kind === 'replace' && key.text.trim() !== '' ? { apiKey: key.text.trim() } : {};
}

/** Whether two forms say the same, so that leaving loses nothing. */
export function isSameDraft(one: ModelDraft, other: ModelDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
