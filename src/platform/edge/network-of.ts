import { isIPv6 } from 'node:net';

/**
 * What stands for one subscriber: an IPv4 address as it is, also where it is written as an IPv6 one; of an IPv6
 * address its first 64 bits, since whoever has one of them has them all.
 *
 *   36.70.1.9 -> 36.70.1.9     2001:db8:1:2:3::4 -> 2001:db8:1:2     2001:db8::1 -> 2001:db8:0:0
 */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: gap }, () => '0'), ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
};
