import { expect, test } from 'vitest';
import { InvalidInput } from '../errors.ts';
import { modelAliases } from './aliases.ts';

test('the aliases of a model are its name, its stem with and without version, and its organisation', () => {
  expect(modelAliases({ name: 'acme/Roadrunner-2-7B-Instruct' })).toEqual([
    'Roadrunner-2-7B-Instruct',
    'acme',
    'Roadrunner',
    'Roadrunner-2',
  ]);
});

test('a known maker brings all its names, whichever of them is given', () => {
  expect(modelAliases({ name: 'gpt-4o-mini' })).toEqual(expect.arrayContaining(['gpt', 'OpenAI', 'ChatGPT']));
  expect(modelAliases({ name: 'house-special', organisation: 'Mistral AI' })).toEqual(
    expect.arrayContaining(['Mixtral', 'Mistral']),
  );
  expect(modelAliases({ name: 'qwen2.5:7b-instruct-q4_K_M' })).toEqual(
    expect.arrayContaining(['qwen', 'Alibaba', '通义千问']),
  );
});

test('words that name no model make no alias', () => {
  expect(modelAliases({ name: 'my-local-model:latest' })).toEqual([]);
  expect(modelAliases({ name: 'test-chat-v2', aliases: ['Rex'] })).toEqual(['Rex']);
});

test('an alias without letters is refused, and named', () => {
  expect(() => modelAliases({ name: 'rex', aliases: ['Rexy', '?!'] })).toThrow(InvalidInput);
  expect(() => modelAliases({ name: 'rex', aliases: ['Rexy', '?!'] })).toThrow('aliases[1] is "?!"');
});
