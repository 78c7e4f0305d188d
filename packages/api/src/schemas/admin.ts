import { z } from 'zod';

const optionalText = z.string().trim().min(1).nullable();

/** Settings under which a model answers. Null: the arena's own, equal for both sides of a battle. */
export const modelSettingsSchema = z.object({
  temperature: z.number().min(0).max(2).nullable(),
  maxOutputTokens: z.int().min(1).nullable(),
  reasoningEffort: z.enum(['none', 'low', 'medium', 'high']).nullable(),
  systemPrompt: optionalText,
  /** Tokens that the model can read; longer conversations are not sent to it. */
  contextTokens: z.int().min(1).nullable(),
});

/** A model as an admin describes it. */
export const modelInputSchema = z.object({
  name: z.string().trim().min(1).max(120),
  organisation: optionalText,
  license: optionalText,
  link: z.url({ protocol: /^https?$/ }).nullable(),
  /** Address of an OpenAI-compatible API, such as `http://127.0.0.1:11434/v1`. */
  baseUrl: z.url({ protocol: /^https?$/ }),
  /** What that address calls the model. */
  providerModel: z.string().trim().min(1),
  /** Write-only. Absent keeps the stored key, null removes it. */
  apiKey: z.string().trim().min(1).nullable().optional(),
  /** Further words that give the model away, masked in answers. */
  aliases: z.array(z.string().trim().min(2)).max(50),
  /** Share of draws under the weighted policy. */
  weight: z.number().min(0),
  /** Answers at the same time. */
  concurrency: z.int().min(1).max(1_000),
  dailyCapUsd: z.number().min(0).nullable(),
  inputUsdPerMillion: z.number().min(0).nullable(),
  outputUsdPerMillion: z.number().min(0).nullable(),
  settings: modelSettingsSchema,
});

/** See {@link modelInputSchema}. */
export type ModelInput = z.infer<typeof modelInputSchema>;

/** Whether a model is drawn, rests, or has left for good. */
export const modelStateSchema = z.enum(['active', 'paused', 'retired']);

/** A model as its admin sees it; the key is never shown. */
export const adminModelSchema = modelInputSchema.omit({ apiKey: true, baseUrl: true }).extend({
  id: z.string(),
  /** Null for a demo model. */
  baseUrl: z.string().nullable(),
  source: z.enum(['demo', 'config', 'admin']),
  state: modelStateSchema,
  /** Whether it is drawn now: demo models rest as soon as a real model exists. */
  drawn: z.boolean(),
  /** Where its key comes from. */
  key: z.enum(['none', 'stored', 'environment']),
  /** Counts up with each change of who answers. */
  revision: z.int(),
  health: z.object({
    battles: z.int(),
    answers: z.int(),
    /** Failures by error code. */
    failures: z.record(z.string(), z.int()),
    medianFirstTokenMs: z.number().nullable(),
    tokensPerSecond: z.number().nullable(),
  }),
  spentTodayUsd: z.number(),
});

/** See {@link adminModelSchema}. */
export type AdminModel = z.infer<typeof adminModelSchema>;

/** What came back when a model was asked to say hi. */
export const testResultSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    text: z.string(),
    firstTokenMs: z.number(),
    totalMs: z.number(),
    inputTokens: z.int().nullable(),
    outputTokens: z.int().nullable(),
    costUsd: z.number().nullable(),
  }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string() }),
]);

/** See {@link testResultSchema}. */
export type TestResult = z.infer<typeof testResultSchema>;

/** Model servers found on this machine. */
export const discoveredSchema = z.array(
  z.object({ server: z.string(), baseUrl: z.string(), models: z.array(z.string()) }),
);

/** How pairs are drawn. `floor` is the share of draws that are uniform whatever the rule says. */
export const policySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('uniform') }),
  z.object({ kind: z.literal('weighted'), floor: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('active'), floor: z.number().min(0.01).max(1) }),
]);

/** Settings of the whole arena. */
export const settingsSchema = z.object({
  name: z.string().trim().min(1).max(80),
  policy: policySchema,
  /** Limit of a day's spending on all models, US dollars; null: none. */
  dailyCapUsd: z.number().min(0).nullable(),
  /** Equal for both sides unless a model says otherwise. */
  temperature: z.number().min(0).max(2).nullable(),
  maxOutputTokens: z.int().min(1),
  systemPrompt: optionalText,
  promptCharacters: z.int().min(1).max(1_000_000),
  turns: z.int().min(1).max(200),
  battlesPerWindow: z.int().min(1),
  windowMinutes: z.int().min(1),
});

/** See {@link settingsSchema}. */
export type Settings = z.infer<typeof settingsSchema>;

/** The settings with what an admin page shows beside them. */
export const settingsViewSchema = z.object({
  settings: settingsSchema,
  /** The configuration file that wins over this page, and the fields that it sets. */
  config: z.object({ file: z.string(), fields: z.array(z.string()) }).nullable(),
  spentTodayUsd: z.number(),
  policyVersion: z.int(),
});
