import { expect, test } from 'vitest';
import { networkOf } from './client-address.ts';

test('a network is an IPv4 address or the /64 of an IPv6 one', () => {
  expect(networkOf('8.8.4.4')).toBe('8.8.4.4');
  expect(networkOf('::ffff:8.8.4.4')).toBe('8.8.4.4');
  expect(networkOf('2001:4860:1:2:3:4:5:6')).toBe(networkOf('2001:4860:1:2:ffff::1'));
  expect(networkOf('2001:4860:1:2::1')).not.toBe(networkOf('2001:4860:1:3::1'));
});

test.for(['127.0.0.1', '10.1.2.3', '192.168.0.4', '::1', 'fe80::1', 'fd00::7', 'not an address', ''])(
  'nobody is limited by the network of %s',
  (address) => {
    expect(networkOf(address)).toBeNull();
  },
);
