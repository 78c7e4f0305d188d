import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Planted, Script } from './script.ts';

/** Plays a script as the answer to a request. Resolves when the last byte is sent or the reader is gone. */
export async function play(
  response: ServerResponse,
  { script, planted }: { readonly script: Script; readonly planted: Planted },
): Promise<void> {
  const { firstTokenMs = 0, gapMs = 0, ending = { kind: 'complete' } } = script;
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const wait = (ms: number) => (ms > 0 ? sleep(ms, undefined, { signal: gone.signal }) : Promise.resolve());
  try {
    await wait(firstTokenMs);
    if (ending.kind === 'refuse') return refuse(response, ending, planted);
    response.writeHead(200, { 'content-type': 'text/event-stream', ...planted.headers });
    for (const [number, text] of chunksOf(script).entries()) {
      if (number > 0) await wait(gapMs);
      send(response, planted, { choices: [{ index: 0, delta: { content: text }, finish_reason: null }] });
    }
    if (ending.kind === 'stall') await wait(600_000);
    // Given time to leave first: a cut connection takes along what was not sent.
    if (ending.kind === 'drop') {
      await sleep(30);
      response.destroy();
    } else if (ending.kind === 'error') {
      send(response, planted, { error: { message: planted.errorMessage, type: 'server_error' } });
      response.end();
    } else finish(response, planted);
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}

function chunksOf({ text, chunkCharacters = 16, ending }: Script): string[] {
  if (ending?.kind === 'empty') return [];
  const shown = ending !== undefined && 'afterCharacters' in ending ? text.slice(0, ending.afterCharacters) : text;
  const chunks: string[] = [];
  for (let at = 0; at < shown.length; at += chunkCharacters) chunks.push(shown.slice(at, at + chunkCharacters));
  return chunks;
}

function send(response: ServerResponse, { id, model, fingerprint }: Planted, event: object): void {
  const whole = { id, object: 'chat.completion.chunk', model, system_fingerprint: fingerprint, ...event };
  response.write(`data: ${JSON.stringify(whole)}\n\n`);
}

function finish(response: ServerResponse, planted: Planted): void {
  const { promptTokens, completionTokens, costUsd } = planted;
  const usage = { prompt_tokens: promptTokens, completion_tokens: completionTokens, cost: costUsd };
  send(response, planted, { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
  send(response, planted, { choices: [], usage });
  response.end('data: [DONE]\n\n');
}

function refuse(
  response: ServerResponse,
  { status, retryAfterSeconds }: { readonly status: number; readonly retryAfterSeconds?: number },
  { headers, errorMessage }: Planted,
): void {
  const later = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  response.writeHead(status, { 'content-type': 'application/json', ...headers, ...later });
  response.end(JSON.stringify({ error: { message: errorMessage, type: 'server_error', code: null } }));
}
