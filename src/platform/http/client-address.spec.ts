import { clientAddress } from './client-address.js';

describe('the address of a caller', () => {
  it.each([
    ['10.0.0.2', '36.70.1.9', '36.70.1.9'],
    ['::ffff:127.0.0.1', '36.70.1.9', '36.70.1.9'],
    ['36.70.1.9', '1.1.1.1', '36.70.1.9'],
    ['10.0.0.2', '1.1.1.1, 36.70.1.9', '36.70.1.9'],
    ['10.0.0.2', undefined, '10.0.0.2'],
    ['2001:db8::1', '1.1.1.1', '2001:db8::1'],
    ['::1', '2001:db8::7', '2001:db8::7'],
    [undefined, '1.1.1.1', ''],
  ])('of peer %s, forwarded for %s, is %s', (peer, told, address) => {
    const headers = { 'x-forwarded-for': told };
    expect(clientAddress({ headers, socket: { remoteAddress: peer } })).toBe(address);
  });
});
