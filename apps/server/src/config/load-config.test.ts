import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { temporaryFolder } from '../database/testing/temporary-folder.ts';
import { noConfig } from './config.ts';
import { defineConfig } from './define-config.ts';
import { loadConfig } from './load-config.ts';

const plover = { name: 'Plover', baseUrl: 'https://api.example.com/v1', model: 'plover-2' };

function withFile(name: string, text: string, environment: Record<string, string> = {}) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), text);
  return loadConfig({ folder, environment });
}

const withJson = (value: unknown, environment: Record<string, string> = {}) =>
  withFile('agon.config.json', JSON.stringify(value), environment);

describe('the configuration', () => {
  test('is empty where there is no file', async () => {
    expect(await loadConfig({ folder: temporaryFolder(), environment: {} })).toBe(noConfig);
  });

  test('is read from JSON, with its keys out of the environment', async () => {
    const file = {
      name: 'Bird arena',
      settings: { turns: 5, policy: { kind: 'uniform' } },
      models: [
        {
          ...plover,
          apiKeyEnv: 'PLOVER_KEY',
          organisation: 'Shore Labs',
          aliases: ['Plovi'],
          dailyCapUsd: 2,
          price: { inputUsdPerMillion: 1, outputUsdPerMillion: 4 },
          temperature: 0.7,
          reasoningEffort: 'low',
          state: 'paused',
        },
      ],
      privateHosts: ['10.0.0.5:8000', '[fd12::1]:80', 'gpu.lan:443'],
      trustedProxies: ['10.0.0.0/8', '::1'],
    };
    const config = await withJson(file, { PLOVER_KEY: ' secret\n' });
    expect(config).toMatchObject({ file: 'agon.config.json', settings: { name: 'Bird arena', turns: 5 } });
    expect(config.privateHosts).toStrictEqual(file.privateHosts);
    expect(config.trustedProxies).toStrictEqual(file.trustedProxies);
    expect(config.models).toStrictEqual([
      {
        apiKey: 'secret',
        state: 'paused',
        input: {
          ...{ name: 'Plover', organisation: 'Shore Labs', license: null, link: null, aliases: ['Plovi'] },
          ...{ baseUrl: plover.baseUrl, providerModel: 'plover-2', weight: 1, concurrency: 4, dailyCapUsd: 2 },
          ...{ inputUsdPerMillion: 1, outputUsdPerMillion: 4 },
          settings: {
            ...{ temperature: 0.7, reasoningEffort: 'low' },
            ...{ maxOutputTokens: null, systemPrompt: null, contextTokens: null },
          },
        },
      },
    ]);
  });

  test('is read from TypeScript and from JavaScript', async () => {
    const typed = await withFile('agon.config.ts', 'const turns: number = 6; export default { settings: { turns } };');
    expect(typed).toMatchObject({ file: 'agon.config.ts', settings: { turns: 6 } });
    expect(await withFile('agon.config.mjs', 'export default { name: "Plain" };')).toMatchObject({
      settings: { name: 'Plain' },
    });
  });

  test('is read from a file by any name', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'other.json'), '{ "name": "Other" }');
    expect(await loadConfig({ folder, file: 'other.json', environment: {} })).toMatchObject({ file: 'other.json' });
    await expect(loadConfig({ folder, file: 'gone.json', environment: {} })).rejects.toThrow(
      'gone.json: cannot be read',
    );
  });

  test('is refused where there are two', async () => {
    const folder = temporaryFolder();
    for (const name of ['agon.config.ts', 'agon.config.json']) writeFileSync(join(folder, name), '{}');
    await expect(loadConfig({ folder, environment: {} })).rejects.toThrow('agon.config.ts and agon.config.json');
  });

  test('can be written with the help of an editor', () => {
    expect(defineConfig({ models: [plover] })).toStrictEqual({ models: [plover] });
  });
});

/** What is wrong, and the field that the message names. */
const mistakes: Readonly<Record<string, readonly [unknown, string]>> = {
  'models[1].baseUrl': [{ models: [plover, { ...plover, name: 'Wren', baseUrl: 'not an address' }] }, 'Invalid URL'],
  'models[0].baseUrl': [{ models: [{ ...plover, baseUrl: 'http://10.0.0.5:8000/v1' }] }, '["10.0.0.5:8000"]'],
  'models[0].temperature': [{ models: [{ ...plover, temperature: 9 }] }, '2'],
  'models[0]': [{ models: [{ ...plover, apiKey: 'secret' }] }, 'apiKey'],
  'models[0].dailyCapUsd': [{ models: [{ ...plover, dailyCapUsd: 1 }] }, 'price'],
  'models[0].price.outputUsdPerMillion': [{ models: [{ ...plover, price: { inputUsdPerMillion: 1 } }] }, 'number'],
  'models[1].name': [{ models: [plover, plover] }, 'models[0]'],
  'models[0].apiKeyEnv': [{ models: [{ ...plover, apiKeyEnv: 'NOT_SET' }] }, 'NOT_SET'],
  'settings.policy.floor': [{ settings: { policy: { kind: 'active', floor: 0 } } }, '0.01'],
  settings: [{ settings: { colour: 'red' } }, 'colour'],
  'settings.name': [{ name: 'One', settings: { name: 'Other' } }, 'one of the two'],
  'privateHosts[0]': [{ privateHosts: ['http://10.0.0.5:8000'] }, 'host:port'],
  'privateHosts[1]': [{ privateHosts: ['10.0.0.5:8000', '10.0.0.5'] }, 'host:port'],
  'trustedProxies[0]': [{ trustedProxies: ['proxy.lan'] }, 'network'],
};

describe('a mistake in the configuration', () => {
  for (const [field, [value, reason]] of Object.entries(mistakes)) {
    test(`is told with its file and field: ${field}`, async () => {
      await expect(withJson(value)).rejects.toMatchObject({ code: 'config-invalid', field });
      await expect(withJson(value)).rejects.toThrow(`agon.config.json: ${field}: `);
      await expect(withJson(value)).rejects.toThrow(reason);
    });
  }

  test('that makes the file unreadable is told with the file', async () => {
    await expect(withFile('agon.config.json', '{ "name": ')).rejects.toThrow('agon.config.json: cannot be read');
    await expect(withFile('agon.config.mjs', 'export const name = 1;')).rejects.toThrow('has no default export');
    await expect(withFile('agon.config.mjs', 'throw new Error("my own");')).rejects.toThrow('my own');
  });

  test('does not show a key', async () => {
    const models = [{ ...plover, apiKeyEnv: 'PLOVER_KEY', temperature: 9 }];
    const error: unknown = await withJson({ models }, { PLOVER_KEY: 'planted-secret' }).catch(
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify(error) + String(error)).not.toContain('planted-secret');
  });
});
