import type { AdminModel } from '@agon/api';

/** A model of the admin page; fields of `changes` take the place of its own. */
export function anAdminModel(changes: Partial<AdminModel> = {}): AdminModel {
  return {
    id: '0197a1b2-0000-7000-8000-000000000001',
    name: 'Heron',
    organisation: 'Aviary',
    license: 'Apache-2.0',
    link: 'https://example.org/heron',
    baseUrl: 'https://models.example.org/v1',
    providerModel: 'heron-large',
    aliases: ['Heron', 'the grey one'],
    weight: 1,
    concurrency: 4,
    dailyCapUsd: 5,
    inputUsdPerMillion: 0.15,
    outputUsdPerMillion: 0.6,
    settings: {
      temperature: 0.7,
      maxOutputTokens: 2_048,
      reasoningEffort: 'low',
      systemPrompt: null,
      contextTokens: 128_000,
    },
    source: 'admin',
    state: 'active',
    drawn: true,
    key: 'stored',
    revision: 2,
    health: { battles: 40, answers: 61, failures: {}, medianFirstTokenMs: 410, tokensPerSecond: 72.4 },
    spentTodayUsd: 0.42,
    ...changes,
  };
}
