import { createRandom, type Random } from '@agon/rating';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Script } from '../harness/script.ts';
import { type ScriptedArena, startScriptedArena } from '../harness/scripted-arena.ts';
import { createVisitor, type Visitor } from '../harness/visitor.ts';
import { accuracyOf, type Example } from './classifier.ts';
import { type Arrival, featuresOf } from './features.ts';

const battles = 240;
const together = 48;
/**
 * A classifier that only guesses is right in 50 % of 240 battles with a standard error of 3.2 points, so a bound of 55 % would fail by
 * chance once in 16 runs. Four standard errors fail once in 30,000, and find a reader who is right in 70 % with 99 % certainty: this
 * test is for the wire as a whole, and the fine one, on many more battles, is the simulation of the release clock in `@agon/arena`.
 */
const bound = 0.5 + 4 * Math.sqrt(0.25 / battles);

let arena: ScriptedArena;
beforeAll(async () => {
  arena = await startScriptedArena();
}, 180_000);
afterAll(() => arena.close());

const random = createRandom(20_261_124);

/**
 * An answer of the fast or of the slow model. Their lengths come from one distribution, and only its words say whose it is. With
 * a gap of 40 ms the release clock can measure the slow one's rate, with 12 ms it cannot.
 */
function scriptOf(kind: 'fast' | 'slow', gapMs = 40): Script {
  const text = wordsOf(kind === 'fast' ? 'f' : 's', random);
  return kind === 'fast' ? { text, chunkCharacters: 64 } : { text, firstTokenMs: 150, chunkCharacters: 6, gapMs };
}

function wordsOf(letter: string, { uniform }: Random): string {
  const word = () => letter.repeat(2 + Math.floor(7 * uniform()));
  return Array.from({ length: 12 + Math.floor(14 * uniform()) }, word).join(' ');
}

describe('from the timing of what is shown', () => {
  test.each([40, 12])(
    `nobody tells the fast model from one that is slower by %i ms a chunk in ${battles} battles`,
    { timeout: 120_000 },
    async (gapMs) => {
      const { provider, url } = arena;
      provider.script('amber', () => scriptOf('fast'));
      provider.script('jade', () => scriptOf('slow', gapMs));
      const examples: Example[] = [];
      const watch = async () => {
        const visitor = createVisitor(url);
        await visitor.consent();
        while (examples.length < battles) examples.push(await watchBattle(visitor));
      };
      await Promise.all(Array.from({ length: together }, watch));
      const accuracy = accuracyOf(examples);
      expect(accuracy, `right in ${(100 * accuracy).toFixed(1)} % of ${examples.length}`).toBeLessThan(bound);
    },
  );

  test('everybody would tell them if the words were passed on as they come', { timeout: 60_000 }, async () => {
    const { provider } = arena;
    provider.script('amber', () => scriptOf('fast'));
    provider.script('jade', () => scriptOf('slow'));
    const watch = async (): Promise<Example> => {
      const isA = random.uniform() < 0.5;
      const [a, b] = isA ? (['amber', 'jade'] as const) : (['jade', 'amber'] as const);
      const arrivals = (await Promise.all([direct(a, 'a'), direct(b, 'b')])).flat();
      return { features: featuresOf(arrivals.sort((x, y) => x.at - y.at)), isA };
    };
    const examples = await Promise.all(Array.from({ length: 60 }, watch));
    expect(accuracyOf(examples)).toBeGreaterThan(0.95);
  });
});

/** One battle, as its reader sees it: only times and sizes, and from the words whose they were. */
async function watchBattle(visitor: Visitor): Promise<Example> {
  const start = performance.now();
  const { id } = await visitor.call('startBattle', { body: { prompt: 'Say something.' } });
  const arrivals: Arrival[] = [];
  let textA = '';
  for await (const { event } of visitor.events(id)) {
    const at = performance.now() - start;
    if (event.type === 'words') {
      arrivals.push({ at, a: event.a.length, b: event.b.length });
      textA += event.a;
    } else if (event.type === 'battle') {
      const { phase, turns } = event.battle;
      if (phase === 'voting') {
        textA = turns[0]?.a.text ?? textA;
        break;
      }
    }
  }
  return { features: featuresOf(arrivals), isA: textA.startsWith('f') };
}

/** What a model sends, without an arena between. */
async function direct(model: string, side: 'a' | 'b'): Promise<Arrival[]> {
  const start = performance.now();
  const body = JSON.stringify({ model, messages: [{ role: 'user', content: 'Say something.' }] });
  const response = await fetch(`${arena.provider.baseUrl}/chat/completions`, { method: 'POST', body });
  const arrivals: Arrival[] = [];
  for await (const chunk of response.body ?? []) {
    const size = Buffer.from(chunk).toString('utf8').split('"content":"').length - 1;
    arrivals.push({ at: performance.now() - start, a: side === 'a' ? size : 0, b: side === 'b' ? size : 0 });
  }
  return arrivals;
}
