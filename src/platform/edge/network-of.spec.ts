import { networkOf } from './network-of.js';

describe('the network of an address', () => {
  it.each([
    ['36.70.1.9', '36.70.1.9'],
    ['2001:db8:1:2:3::4', '2001:db8:1:2'],
    ['2001:DB8:1:2:ffff:1:2:3', '2001:db8:1:2'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['2001:db8:0:0:1::', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::ffff:36.70.1.9', '36.70.1.9'],
    ['', ''],
    ['nonsense', 'nonsense'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
