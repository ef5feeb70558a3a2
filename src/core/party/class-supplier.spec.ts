import { classSupplier, isReservedClass } from './class-supplier.js';

const next = { supplierClass: 'small-producer', basis: 'Surat dinas 12/2026' } as const;

describe("a supplier's class", () => {
  it('is recorded once and revised when it or its basis differs', () => {
    expect(classSupplier({ kind: 'supplier' }, undefined, next)).toBe(1);
    expect(classSupplier({ kind: 'supplier' }, { revision: 1, ...next }, next)).toBeNull();
    expect(classSupplier({ kind: 'supplier' }, { revision: 1, ...next }, { ...next, basis: 'lain' })).toBe(2);
  });

  it('is of suppliers only', () => {
    expect(() => classSupplier(undefined, undefined, next)).toThrow('PARTY_NOT_FOUND');
    expect(() => classSupplier({ kind: 'koperasi' }, undefined, next)).toThrow('PARTY_NOT_A_SUPPLIER');
  });

  it('keeps the reserved share for koperasi and small producers', () => {
    expect(['koperasi', 'small-producer'].map((one) => isReservedClass(one as 'koperasi'))).toEqual([
      true,
      true,
    ]);
    expect([isReservedClass('ordinary'), isReservedClass(null)]).toEqual([false, false]);
  });
});
