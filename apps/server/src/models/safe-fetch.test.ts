import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { createSafeFetch, type LookUp, type SafeFetch } from './safe-fetch.ts';

interface Canary {
  readonly port: number;
  readonly requests: string[];
  /** Connections, with or without a request. */
  connections(): number;
}

/** A server on every address of this machine, which nobody should reach unless allowed. */
async function withCanary(work: (canary: Canary) => Promise<void>): Promise<void> {
  const requests: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (request.url === '/redirect') response.writeHead(307, { location: '/secret' }).end();
    else if (request.url === '/empty') response.writeHead(204).end();
    else if (request.url === '/endless') response.write('a beginning');
    else if (request.url === '/echo') request.pipe(response);
    else response.writeHead(200, { 'content-type': 'text/plain', 'x-many': ['1', '2'] }).end('here');
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo; // A server that listens on a port has an address of this kind.
  try {
    await work({ port, requests, connections: () => connections });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const noNames: LookUp = () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
const names =
  (...addresses: string[]): LookUp =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

interface Rules {
  readonly privateHosts?: readonly string[];
  readonly listensOnLoopback?: boolean;
  readonly lookUp?: LookUp;
}

async function withFetch(rules: Rules, work: (safe: SafeFetch) => Promise<void>): Promise<void> {
  const { privateHosts = [], listensOnLoopback = false, lookUp = noNames } = rules;
  const safe = createSafeFetch({ rules: { privateHosts, listensOnLoopback }, lookUp });
  try {
    await work(safe);
  } finally {
    safe.close();
  }
}

const refused = { code: 'ADDRESS_REFUSED' };

/** Spellings of this machine, of its network and of metadata services. */
// biome-ignore format: a table
const forbidden = [
  '127.0.0.1', '127.1', '127.0.1', '127.000.000.001', '127.255.255.254', '2130706433', '017700000001', '0177.0.0.1',
  '0x7f000001', '0x7f.0.0.1', '0x7F.1', '127。0。0。1', '①②⑦.0.0.1', '%31%32%37.0.0.1', '0', '0.0.0.0', '0x0',
  '0.0.0.1', '[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]',
  '[::ffff:0:127.0.0.1]', '[::127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]',
  '[2001:0:7f00:1::]', '10.0.0.1', '10.255.255.255', '167772161', '012.0.0.1', '172.16.0.1', '172.31.255.255',
  '192.168.0.1', '192.168.1', '0xc0a80001', '100.64.0.1', '169.254.0.1', '169.254.169.254', '2852039166',
  '0xa9fea9fe', '0251.0376.0251.0376', '[::ffff:169.254.169.254]', '[::ffff:a9fe:a9fe]', '[64:ff9b::a9fe:a9fe]',
  '169.254.170.2', '100.100.100.200', '192.0.0.192', '168.63.129.16', '[fd00:ec2::254]', '[fe80::1]', '[fc00::1]',
  '[fd12:3456::1]', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '240.0.0.1', '[ff02::1]', '[2001:db8::1]', '[fec0::1]', '[4000::1]',
];

describe('addresses of models', () => {
  test('no spelling of this machine, its network or a metadata service is reached', async () => {
    await withCanary(async ({ port, connections }) => {
      await withFetch({}, async ({ fetch, check }) => {
        for (const host of forbidden) {
          for (const protocol of ['http', 'https']) {
            const url = `${protocol}://${host}:${port}/`;
            await expect(fetch(url, {}), url).rejects.toMatchObject(refused);
            await expect(check(url), url).rejects.toMatchObject(refused);
          }
        }
      });
      expect(forbidden.length).toBeGreaterThanOrEqual(60);
      expect(connections()).toBe(0);
    });
  });

  test('a name is refused if any of its addresses is', async () => {
    await withCanary(async ({ port, connections }) => {
      const sets = [
        ['127.0.0.1'],
        ['::1'],
        ['93.184.215.14', '127.0.0.1'],
        ['::ffff:127.0.0.1'],
        ['fe80::1%eth0'],
        ['169.254.169.254'],
      ];
      for (const addresses of sets) {
        await withFetch({ listensOnLoopback: true, lookUp: names(...addresses) }, async ({ fetch, check }) => {
          await expect(fetch(`https://models.example:${port}/`, {})).rejects.toMatchObject(refused);
          await expect(check(`https://models.example:${port}/`)).rejects.toMatchObject(refused);
        });
      }
      expect(connections()).toBe(0);
    });
  });

  test('a name that changes its mind after the check gains nothing', async () => {
    await withCanary(async ({ port, connections }) => {
      const answers = [['93.184.215.14'], ['127.0.0.1']];
      const lookUp: LookUp = (host) => names(...(answers.shift() ?? ['127.0.0.1']))(host);
      await withFetch({ lookUp }, async ({ fetch, check }) => {
        await check(`https://models.example:${port}/`);
        await expect(fetch(`https://models.example:${port}/`, {})).rejects.toMatchObject(refused);
      });
      expect(connections()).toBe(0);
    });
  });

  test('a name is looked up once for a request, and that very address is asked', async () => {
    await withCanary(async ({ port, requests }) => {
      const asked: string[] = [];
      const lookUp: LookUp = async (host) => {
        asked.push(host);
        return [{ address: '127.0.0.1', family: 4 }];
      };
      await withFetch({ privateHosts: [`gpu.lan:${port}`], lookUp }, async ({ fetch }) => {
        expect(await (await fetch(`http://gpu.lan:${port}/`, {})).text()).toBe('here');
      });
      expect(asked).toStrictEqual(['gpu.lan']);
      expect(requests).toStrictEqual(['GET /']);
    });
  });

  test('this machine may be asked while only this machine can ask the arena', async () => {
    await withCanary(async ({ port }) => {
      await withFetch({ listensOnLoopback: true, lookUp: names('127.0.0.1') }, async ({ fetch }) => {
        for (const host of ['127.0.0.1', 'localhost', 'localhost.', 'LOCALHOST', '2130706433', '127.0.0.2']) {
          expect((await fetch(`http://${host}:${port}/`, {})).status, host).toBe(200);
        }
        await expect(fetch(`http://other.example:${port}/`, {})).rejects.toMatchObject(refused);
        await expect(fetch(`http://192.168.0.1:${port}/`, {})).rejects.toMatchObject(refused);
      });
    });
  });

  test('the configuration opens exactly one host and port', async () => {
    await withCanary(async ({ port, connections }) => {
      await withFetch({ privateHosts: [`127.0.0.1:${port}`] }, async ({ fetch }) => {
        expect((await fetch(`http://127.0.0.1:${port}/`, {})).status).toBe(200);
        const before = connections();
        for (const url of [`http://127.0.0.2:${port}/`, 'http://127.0.0.1:1/', `http://[::1]:${port}/`]) {
          await expect(fetch(url, {}), url).rejects.toMatchObject(refused);
        }
        expect(connections()).toBe(before);
      });
    });
  });

  test('no configuration opens a metadata service or the address of everything', async () => {
    for (const host of ['169.254.169.254', '[fd00:ec2::254]', '100.100.100.200', '168.63.129.16', '0.0.0.0', '[::]']) {
      await withFetch({ privateHosts: [`${host}:80`] }, async ({ fetch }) => {
        await expect(fetch(`http://${host}/`, {}), host).rejects.toMatchObject(refused);
      });
    }
    await withFetch({ privateHosts: ['cloud.internal:80'], lookUp: names('169.254.169.254') }, async ({ fetch }) => {
      await expect(fetch('http://cloud.internal/', {})).rejects.toMatchObject(refused);
    });
  });

  test('a refusal says which line of the configuration would allow it', async () => {
    await withFetch({ lookUp: names('10.0.0.5') }, async ({ check }) => {
      await expect(check('http://10.0.0.5:8000/v1')).rejects.toThrow('"privateHosts": ["10.0.0.5:8000"]');
      await expect(check('https://gpu.lan/v1')).rejects.toThrow('"privateHosts": ["gpu.lan:443"]');
      await expect(check('http://[fd12::1]:8000/v1')).rejects.toThrow('"privateHosts": ["[fd12::1]:8000"]');
    });
  });

  test('a public server is not asked without TLS', async () => {
    await withFetch({ lookUp: names('93.184.215.14') }, async ({ check }) => {
      await expect(check('http://models.example/v1')).rejects.toThrow('Use https');
      await expect(check('https://models.example/v1')).resolves.toBeUndefined();
      await expect(check('ftp://models.example/v1')).rejects.toMatchObject(refused);
    });
    await withFetch({ privateHosts: ['models.example:8000'], lookUp: names('93.184.215.14') }, async ({ check }) => {
      await expect(check('http://models.example:8000/v1')).resolves.toBeUndefined();
    });
  });

  test('a name that nobody knows can be saved, and is not found when it is asked', async () => {
    await withFetch({}, async ({ fetch, check }) => {
      await expect(check('https://models.example/v1')).resolves.toBeUndefined();
      await expect(fetch('https://models.example/v1', {})).rejects.toMatchObject({ code: 'ENOTFOUND' });
    });
    await withFetch({ lookUp: names() }, async ({ fetch }) => {
      await expect(fetch('https://models.example/v1', {})).rejects.toMatchObject({ code: 'ENOTFOUND' });
    });
  });

  test.prop([fc.ipV4(), fc.integer({ min: 1, max: 65_535 })])(
    'every address is either public or refused',
    async (address, port) => {
      await withFetch({}, async ({ check }) => {
        const isRefused = await check(`https://${address}:${port}/`).then(
          () => false,
          () => true,
        );
        if (/^(0|10|127|22[4-9]|23\d|24\d|25[0-5])\./.test(address)) expect(isRefused).toBe(true);
        if (/^(8|9|1[1-9]|80)\./.test(address)) expect(isRefused).toBe(false);
      });
    },
  );
});

describe('requests to models', () => {
  const local = { listensOnLoopback: true };

  test('method, headers, body and the answer come through', async () => {
    await withCanary(async ({ port, requests }) => {
      await withFetch(local, async ({ fetch }) => {
        const echoed = await fetch(`http://127.0.0.1:${port}/echo`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"é":"✓"}',
        });
        expect(await echoed.text()).toBe('{"é":"✓"}');
        const plain = await fetch(`http://127.0.0.1:${port}/`, {});
        expect(plain.headers.get('content-type')).toBe('text/plain');
        expect(plain.headers.get('x-many')).toBe('1, 2');
        await plain.text();
        expect((await fetch(`http://127.0.0.1:${port}/empty`, {})).status).toBe(204);
      });
      expect(requests).toStrictEqual(['POST /echo', 'GET /', 'GET /empty']);
    });
  });

  test('a redirect is told and not followed', async () => {
    await withCanary(async ({ port, requests }) => {
      await withFetch(local, async ({ fetch }) => {
        const answer = await fetch(`http://127.0.0.1:${port}/redirect`, {});
        expect([answer.status, answer.headers.get('location')]).toStrictEqual([307, '/secret']);
      });
      expect(requests).toStrictEqual(['GET /redirect']);
    });
  });

  test('an aborted request ends, before and while it is answered', async () => {
    await withCanary(async ({ port }) => {
      await withFetch(local, async ({ fetch }) => {
        const early = fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.abort() });
        await expect(early).rejects.toMatchObject({ name: 'AbortError' });
        const controller = new AbortController();
        const answer = await fetch(`http://127.0.0.1:${port}/endless`, { signal: controller.signal });
        const text = answer.text();
        controller.abort();
        await expect(text).rejects.toThrow();
      });
    });
  });

  test('a server that nobody runs is told as such', async () => {
    await withFetch(local, async ({ fetch }) => {
      await expect(fetch('http://127.0.0.1:1/', {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    });
  });
});
