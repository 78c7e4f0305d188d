import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { findSocketPlace } from './socket-place.ts';

/** The running server refused a command. */
export class ControlRefused extends Error {
  readonly code = 'control-refused';
}

/** How long a running server may take. */
const patienceMs = 10_000;
/** Nobody listens: no socket, or one left by a server that ended without removing it. */
const nobody = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'ENOTDIR']);

/**
 * Sends a command to the server that runs on a data folder. Gives null where none does: then the caller may open the folder itself.
 * @throws {ControlRefused} with the server's own words
 */
export async function askRunningServer(dataFolder: string, command: string): Promise<object | null> {
  const place = findSocketPlace(dataFolder);
  const answer = place === null ? null : await post(place, command);
  if (answer === null) return null;
  const value: unknown = JSON.parse(answer.body);
  if (typeof value === 'object' && value !== null) {
    if (answer.status === 200) return value;
    if ('error' in value && typeof value.error === 'string') throw new ControlRefused(value.error);
  }
  throw new ControlRefused(`The running server answered with status ${answer.status}.`);
}

function post(socketPath: string, command: string): Promise<{ readonly status: number; readonly body: string } | null> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { socketPath, method: 'POST', path: `/${command}`, timeout: patienceMs, agent: false },
      (response) => {
        text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
      },
    );
    asked.on('timeout', () =>
      asked.destroy(new ControlRefused(`The running server did not answer within ${patienceMs / 1_000} s.`)),
    );
    asked.on('error', (error: NodeJS.ErrnoException) => (nobody.has(error.code ?? '') ? resolve(null) : reject(error)));
    asked.end();
  });
}
