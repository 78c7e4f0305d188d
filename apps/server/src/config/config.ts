import type { ModelInput, Settings } from '@agon/api';

/** A model that the configuration file names. */
export interface ConfiguredModel {
  readonly input: Omit<ModelInput, 'apiKey'>;
  /** Out of the environment; kept in memory and never stored. */
  readonly apiKey: string | null;
  readonly state: 'active' | 'paused' | 'retired';
}

/** What the configuration file of an arena says. */
export interface ArenaConfig {
  /** Its name, for messages; null where there is none. */
  readonly file: string | null;
  /** Settings that it takes out of the hands of the admin page. */
  readonly settings: Readonly<{ [Field in keyof Settings]?: Settings[Field] | undefined }>;
  readonly models: readonly ConfiguredModel[];
  /** `host:port` of model servers that may be on a private network or without TLS. */
  readonly privateHosts: readonly string[];
  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}

/** An arena without a configuration file. */
export const noConfig: ArenaConfig = { file: null, settings: {}, models: [], privateHosts: [], trustedProxies: [] };
