import { chmodSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Log } from '../database/log.ts';
import { makeSocketPlace } from './socket-place.ts';

/** What a command of this machine may ask of the running server, by name: the answer is sent as JSON. */
export type ControlCommands = Readonly<Record<string, () => Promise<object>>>;

/** The control socket of a running server. */
export interface Control {
  close(): Promise<void>;
}

/** What a control socket is opened with. */
export interface ControlOptions {
  /** Held by this process, so that a socket found in it is left from before. */
  readonly dataFolder: string;
  readonly commands: ControlCommands;
  readonly log: Log;
}

/** Listens on a Unix socket that only this user may open, for commands such as `agon admin-link`. */
export async function openControl({ dataFolder, commands, log }: ControlOptions): Promise<Control> {
  const place = makeSocketPlace(dataFolder);
  const server = createServer((request, response) => {
    answer(request, response, commands).catch((error: unknown) => {
      log.error({ err: error }, 'a command of the control socket failed');
      send(response, 500, { error: 'The running server could not do this; its log says why.' });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.path, resolve);
  });
  chmodSync(place.path, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          place.release();
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, commands: ControlCommands): Promise<void> {
  request.resume();
  const name = (request.url ?? '').slice(1);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return send(response, 404, { error: `The running server knows no command "${name}".` });
  if (request.method !== 'POST') return send(response, 405, { error: 'Commands are sent with POST.' });
  send(response, 200, await command());
}

function send(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
