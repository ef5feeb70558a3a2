import { declareContractMode } from './contract-mode.js';

describe('a contract mode', () => {
  it('lets an organiser buy and resell only when it is somebody before the law', () => {
    expect(() => declareContractMode('direct', false)).not.toThrow();
    expect(() => declareContractMode('secondary', true)).not.toThrow();
    expect(() => declareContractMode('secondary', false)).toThrow('CONTRACT_MODE_NEEDS_LEGAL_ENTITY');
  });
});
