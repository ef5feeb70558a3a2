import { declareRule } from './declare-rule.js';

describe('a house rule', () => {
  const today = '2026-11-22';
  it('holds from the day it was decided or later', () => {
    expect(() => {
      declareRule({ decidedOn: today, effectiveFrom: today }, today);
    }).not.toThrow();
    expect(() => {
      declareRule({ decidedOn: '2026-11-20', effectiveFrom: '2026-11-19' }, today);
    }).toThrow('RULE_EFFECTIVE_BEFORE_DECIDED');
  });

  it('was decided by today', () => {
    expect(() => {
      declareRule({ decidedOn: '2026-11-23', effectiveFrom: '2026-12-01' }, today);
    }).toThrow('RULE_DECIDED_IN_FUTURE');
  });
});
