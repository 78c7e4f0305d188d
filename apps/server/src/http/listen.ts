import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';

/** Ports tried after a taken one. */
const mostTries = 20;

/** Listens on a port, or on the next free one; 0 lets the system choose. @throws if none of them is free */
export async function listen(
  app: Hono,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{
  readonly server: ServerType;
  readonly port: number;
}> {
  for (let tried = port; ; tried++) {
    const server = createAdaptorServer({ fetch: app.fetch });
    server.listen(tried, host);
    try {
      await once(server, 'listening');
      return { server, port: (server.address() as AddressInfo).port }; // It listens on a port, so that is its address.
    } catch (error) {
      if (!isTaken(error) || port === 0 || tried === port + mostTries) throw error;
    }
  }
}

/** An address as a browser takes it. */
export function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
