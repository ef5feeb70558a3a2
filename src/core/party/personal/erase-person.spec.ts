import { erasedLogin, erasePerson } from './erase-person.js';

describe('erasing a person', () => {
  const chair = {
    partyKind: 'koperasi',
    current: ['chair', 'officer'],
    hasOtherLeader: true,
    hasOtherChair: true,
  };

  it('is theirs to ask for', () => {
    expect(() => {
      erasePerson([]);
      erasePerson([chair, { ...chair, current: ['officer'], hasOtherLeader: false, hasOtherChair: false }]);
    }).not.toThrow();
  });

  it('waits until the last chair has handed over, and the last administrator', () => {
    expect(() => {
      erasePerson([chair, { ...chair, hasOtherLeader: false }]);
    }).toThrow('LAST_CHAIR_HANDS_OVER_FIRST');
    expect(() => {
      erasePerson([{ ...chair, partyKind: 'administrator', current: ['officer'], hasOtherLeader: false }]);
    }).toThrow('LAST_CHAIR_HANDS_OVER_FIRST');
  });

  it('waits for another chair of the administrator, too, though officers lead it', () => {
    const administrator = { ...chair, partyKind: 'administrator', hasOtherChair: false };
    expect(() => {
      erasePerson([administrator]);
    }).toThrow('LAST_CHAIR_HANDS_OVER_FIRST');
    expect(() => {
      erasePerson([{ ...administrator, current: ['officer'] }]);
    }).not.toThrow();
  });

  it('leaves a login that is theirs alone and nobody’s', () => {
    expect(erasedLogin('0190')).toBe('erased-0190');
  });
});
