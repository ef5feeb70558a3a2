import { readOf } from './audit-reading.js';
import type { Principal } from './principal.js';

const koperasi: Principal = {
  personId: 'p',
  memberships: [{ partyId: 'kop-1', kind: 'koperasi', roles: ['officer'] }],
};
const observer: Principal = {
  personId: 'o',
  memberships: [{ partyId: 'dinas', kind: 'observer', roles: ['viewer'] }],
};
const invoices = { what: 'invoices', parties: ['issuerId', 'payerId'] };
const answer = {
  data: [
    { id: 'i1', issuerId: 'sup-1', payerId: 'kop-1' },
    { id: 'i2', issuerId: 'sup-1', payerId: 'kop-2' },
  ],
};

describe('whose records were read', () => {
  it('is nobody’s who is a party to them', () => {
    expect(readOf(invoices, koperasi, {}, { data: [answer.data[0]] })).toEqual({ parties: [], rows: 0 });
  });

  it('is all parties of each record that is not one’s own, once', () => {
    expect(readOf(invoices, koperasi, {}, answer)).toEqual({ parties: ['kop-2', 'sup-1'], rows: 1 });
    expect(readOf(invoices, observer, {}, answer)).toEqual({ parties: ['kop-1', 'kop-2', 'sup-1'], rows: 2 });
  });

  it('is told by the path where the answer does not say it, as of a file', () => {
    const reading = { what: 'balances', parties: ['partyId'] };
    expect(readOf(reading, observer, { partyId: 'kop-1' }, 'bytes')).toEqual({ parties: ['kop-1'], rows: 1 });
    expect(readOf(reading, koperasi, { partyId: 'kop-1' }, { balances: [] })).toEqual({
      parties: [],
      rows: 0,
    });
  });

  it('is nobody’s when the list is empty', () => {
    expect(readOf(invoices, observer, { poolId: 'x' }, { data: [] })).toEqual({ parties: [], rows: 0 });
  });
});
