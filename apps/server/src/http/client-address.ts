import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';

/**
 * Address of the person behind a request: the connection's own, or, where that is a trusted proxy, the rightmost hop of
 * `X-Forwarded-For` that is not one. Whatever stands further left was written by the client.
 */
export function clientAddress(context: Context, trustedProxies: readonly string[]): string {
  const own = getConnInfo(context).remote.address ?? '';
  const hops = (context.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  let address = own;
  while (isTrusted(address, trustedProxies)) {
    const hop = hops.pop();
    if (hop === undefined || !ipaddr.isValid(hop)) break;
    address = hop;
  }
  return address;
}

/**
 * The network whose requests are counted together: an IPv4 address, the /64 of an IPv6 one; null for private networks, in which one
 * office shares an address.
 */
export function networkOf(address: string): string | null {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return null;
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/64`).toNormalizedString()}/64`;
}

function isTrusted(address: string, proxies: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return proxies.some((proxy) => {
    const [range, bits] = ipaddr.parseCIDR(
      proxy.includes('/') ? proxy : `${proxy}/${parsed.kind() === 'ipv4' ? 32 : 128}`,
    );
    return parsed.kind() === range.kind() && parsed.match(range, bits);
  });
}
