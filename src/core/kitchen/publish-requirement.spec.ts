import { publishRequirement } from './publish-requirement.js';

const draft = { state: 'draft', lineCount: 3 } as const;
const kitchen = { isActive: true, partnerKoperasiId: 'k1' };

describe('publishing a requirement', () => {
  it('takes a draft with lines of an active kitchen that has a partner', () => {
    expect(() => publishRequirement(draft, kitchen)).not.toThrow();
  });

  it.each([
    [
      'one that is published',
      'REQUIREMENT_ALREADY_PUBLISHED',
      { ...draft, state: 'published' as const },
      kitchen,
    ],
    ['one without lines', 'REQUIREMENT_WITHOUT_LINES', { ...draft, lineCount: 0 }, kitchen],
    ['that of a suspended kitchen', 'KITCHEN_SUSPENDED', draft, { ...kitchen, isActive: false }],
    ['that of a kitchen alone', 'KITCHEN_WITHOUT_PARTNER', draft, { ...kitchen, partnerKoperasiId: null }],
  ])('refuses %s', (_, code, requirement, ofKitchen) => {
    expect(() => publishRequirement(requirement, ofKitchen)).toThrow(code);
  });
});
