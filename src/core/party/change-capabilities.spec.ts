import { changeCapabilities, type Capabilities, type Outlet } from './change-capabilities.js';

const outlet: Outlet = {
  ...{ kind: 'koperasi', regionCode: '32.71.01.1001', storageKg: 5_000, hasColdStore: false },
  ...{ isColdStoreShown: false, needsColdStore: false },
};
const cold: Capabilities = { storageKg: 5_000, hasColdStore: true };
const plain: Capabilities = { storageKg: 5_000, hasColdStore: false };

describe('what an outlet has', () => {
  it.each<[string | undefined, Partial<Outlet>, Capabilities]>([
    [undefined, {}, { storageKg: 8_000, hasColdStore: false }],
    ['CAPABILITIES_UNCHANGED', {}, { storageKg: null, hasColdStore: false }],
    [undefined, { storageKg: null }, plain],
    [undefined, { kind: 'kitchen' }, { storageKg: 100, hasColdStore: false }],
    [undefined, { isColdStoreShown: true }, cold],
    ['COLD_STORE_NOT_SHOWN', {}, cold],
    [undefined, { hasColdStore: true }, plain],
    ['COLD_STORE_IN_USE', { hasColdStore: true, needsColdStore: true }, plain],
    // What it has stays, whatever is on order or has expired.
    [undefined, { hasColdStore: true, needsColdStore: true }, { storageKg: 9, hasColdStore: true }],
    ['CAPABILITIES_UNCHANGED', {}, plain],
    ['CAPABILITIES_UNCHANGED', { hasColdStore: true, needsColdStore: true }, cold],
    ['ONLY_OUTLETS_HAVE_STORES', { kind: 'supplier' }, cold],
    ['PARTY_OUT_OF_REACH', { regionCode: '35.71.01.1001' }, cold],
    ['PARTY_OUT_OF_REACH', { kind: 'organiser' }, cold],
  ])('%s', (code, change, next) => {
    const judged = expect(() => {
      changeCapabilities({ ...outlet, ...change }, next, { regionCode: '32.71' });
    });
    if (code === undefined) judged.not.toThrow();
    else judged.toThrow(code);
  });
});
