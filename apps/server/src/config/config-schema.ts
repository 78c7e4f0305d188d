import { modelInputSchema, modelSettingsSchema, modelStateSchema, settingsSchema } from '@agon/api';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

const facts = modelInputSchema.shape;
const conditions = modelSettingsSchema.shape;

const modelSchema = z
  .strictObject({
    name: facts.name,
    /** Address of an OpenAI-compatible API, such as `https://api.example.com/v1`. */
    baseUrl: facts.baseUrl,
    /** What that address calls the model. */
    model: facts.providerModel,
    /** Name of the environment variable that holds the key. */
    apiKeyEnv: z.string().min(1).optional(),
    organisation: facts.organisation.optional(),
    license: facts.license.optional(),
    link: facts.link.optional(),
    /** Further words that give the model away, masked in answers. */
    aliases: facts.aliases.optional(),
    /** Share of draws under the weighted policy; 1. */
    weight: facts.weight.optional(),
    /** Answers at the same time; 4. */
    concurrency: facts.concurrency.optional(),
    dailyCapUsd: facts.dailyCapUsd.optional(),
    price: z.strictObject({ inputUsdPerMillion: z.number().min(0), outputUsdPerMillion: z.number().min(0) }).optional(),
    temperature: conditions.temperature.optional(),
    maxOutputTokens: conditions.maxOutputTokens.optional(),
    reasoningEffort: conditions.reasoningEffort.optional(),
    systemPrompt: conditions.systemPrompt.optional(),
    /** Tokens that the model can read; longer conversations are not sent to it. */
    contextTokens: conditions.contextTokens.optional(),
    state: modelStateSchema.optional(),
  })
  .refine(({ dailyCapUsd, price }) => (dailyCapUsd ?? null) === null || price !== undefined, {
    path: ['dailyCapUsd'],
    message: 'needs price beside it: without prices spending cannot be counted',
  });

const hostAndPort = z
  .string()
  .refine(
    (text) => /^[^/@?#\s]+:\d{1,5}$/.test(text) && URL.canParse(`http://${text}`),
    'give host:port, such as 10.0.0.5:8000',
  );

const network = z
  .string()
  .refine(
    (text) => ipaddr.isValid(text) || ipaddr.isValidCIDR(text),
    'give an address such as 10.0.0.1, or a network such as 10.0.0.0/8',
  );

/** What a configuration file may say; every field may be left out. */
export const configSchema = z.strictObject({
  /** Name of the arena; short for `settings.name`. */
  name: settingsSchema.shape.name.optional(),
  /** Settings that the admin page then shows and cannot change. */
  settings: settingsSchema.partial().strict().optional(),
  models: z.array(modelSchema).optional(),
  /** `host:port` of model servers on a private network, or without TLS. */
  privateHosts: z.array(hostAndPort).optional(),
  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: z.array(network).optional(),
});

/** See {@link configSchema}. */
export type ConfigFile = z.input<typeof configSchema>;

/** A model of a configuration file, read. */
export type ConfigFileModel = z.output<typeof modelSchema>;
