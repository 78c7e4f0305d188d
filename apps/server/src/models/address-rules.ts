import ipaddr from 'ipaddr.js';

/** Which addresses a model may have. */
export interface AddressRules {
  /** `host:port` that the configuration allows on a private network or without TLS. */
  readonly privateHosts: readonly string[];
  /** Whether this server listens on this machine alone: then model servers on it may be asked. */
  readonly listensOnLoopback: boolean;
}

/** An address that models may not have. The code is spelt as those of the network layer are, and told like them. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
  constructor(message: string) {
    super(message);
    this.name = 'AddressRefused';
  }
}

/** Where clouds tell a machine its own credentials: no configuration opens these. */
const metadataAddresses = new Set(
  [
    '169.254.169.254',
    '169.254.170.2',
    '169.254.170.23',
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    'fd00:ec2::254',
    'fd00:ec2::23',
    'fd20:ce::254',
  ].map((address) => ipaddr.parse(address).toNormalizedString()),
);
const ownNetworks = new Set(['private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat', 'loopback']);

/**
 * Checks what can be seen of an address without looking its name up.
 * @throws {AddressRefused}
 */
export function checkUrl(url: URL, rules: AddressRules): void {
  const host = hostOf(url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new AddressRefused('A model needs an http or https address.');
  if (ipaddr.isValid(host)) checkAddress(host, url, rules);
  if (url.protocol === 'http:' && !isListed(url, rules) && !isOwnMachine(url, rules)) {
    throw new AddressRefused(
      `${placeOf(url)} would be asked without TLS, keys and texts in the clear. Use https, or ${howToList(url)}`,
    );
  }
}

/**
 * Checks an address that a name stands for, or that stands in the URL itself.
 * @throws {AddressRefused}
 */
export function checkAddress(address: string, url: URL, rules: AddressRules): void {
  const parsed = ipaddr.process(withoutZone(address));
  const range = parsed.range();
  if (metadataAddresses.has(parsed.toNormalizedString())) {
    throw new AddressRefused(`${placeOf(url)} is an address of a cloud's metadata service, which is never asked.`);
  }
  if (range === 'unicast' && isGlobal(parsed)) return;
  if (!ownNetworks.has(range)) {
    throw new AddressRefused(
      `${placeOf(url)} is no address of a server (${range}).${range === 'unspecified' ? ' Use 127.0.0.1.' : ''}`,
    );
  }
  if (isListed(url, rules) || (range === 'loopback' && isOwnMachine(url, rules))) return;
  const where = range === 'loopback' ? 'on this machine' : 'on a private network';
  throw new AddressRefused(`${placeOf(url)} is ${where}. If it is a model server of yours, ${howToList(url)}`);
}

/** Of IPv6 only 2000::/3 is given out; the rest holds, among others, an old way to write IPv4 addresses that is still heeded. */
function isGlobal(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address.kind() === 'ipv4' || address.match(ipaddr.parseCIDR('2000::/3'));
}

/** The host of a URL as it is looked up: an IPv6 address without brackets, a name without the final dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Host and port as the configuration lists them. */
function placeOf(url: URL): string {
  const host = hostOf(url);
  return `${host.includes(':') ? `[${host}]` : host}:${portOf(url)}`;
}

function portOf(url: URL): string {
  return url.port !== '' ? url.port : url.protocol === 'https:' ? '443' : '80';
}

function isListed(url: URL, { privateHosts }: AddressRules): boolean {
  return privateHosts.some((listed) => {
    const other = URL.parse(`${url.protocol}//${listed}`);
    return other !== null && placeOf(other) === placeOf(url);
  });
}

/** Only by an address or the one name that always means this machine: any other name may mean another one tomorrow. */
function isOwnMachine(url: URL, { listensOnLoopback }: AddressRules): boolean {
  const host = hostOf(url);
  if (!listensOnLoopback) return false;
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
}

function howToList(url: URL): string {
  return `add this to the configuration (agon.config.json) and start the arena again: "privateHosts": ["${placeOf(url)}"]`;
}

function withoutZone(address: string): string {
  return address.replace(/%.*$/, '');
}
