import type { ConfigFile } from './config-schema.ts';

/**
 * Gives its argument back; an editor then knows what a configuration may say.
 *
 * @example
 * import { defineConfig } from '@agon/server/config';
 * export default defineConfig({ models: [{ name: 'Llama', baseUrl: 'http://127.0.0.1:11434/v1', model: 'llama3.2' }] });
 */
export function defineConfig(config: ConfigFile): ConfigFile {
  return config;
}
