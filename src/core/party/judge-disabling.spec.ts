import fc from 'fast-check';
import { disablePerson, enablePerson, type Disableable, type Disabler } from './judge-disabling.js';

const person: Disableable = { id: 'budi', isDisabled: false, disabledAs: null, partyIds: ['kop'] };
const chair: Disabler = { id: 'siti', isDisabled: false, isAdministrator: false, chairedPartyIds: ['kop'] };
const admin: Disabler = { id: 'rani', isDisabled: false, isAdministrator: true, chairedPartyIds: [] };
const off = (disabledAs: Disableable['disabledAs']): Disableable => ({
  ...person,
  isDisabled: true,
  disabledAs,
});

describe('disabling a person', () => {
  it('is done by the chair of their parties or by an administrator', () => {
    expect(disablePerson(person, chair)).toBe('chair');
    expect(disablePerson(person, admin)).toBe('administrator');
    expect(disablePerson({ ...person, partyIds: [] }, admin)).toBe('administrator');
  });

  it.each([
    [
      'a person of another party too',
      { ...person, partyIds: ['kop', 'forum'] },
      chair,
      'PERSON_OUT_OF_REACH',
    ],
    ['a person of no party', { ...person, partyIds: [] }, chair, 'PERSON_OUT_OF_REACH'],
    ['oneself', { ...person, id: 'siti' }, chair, 'CANNOT_DISABLE_YOURSELF'],
    ['oneself as administrator', { ...person, id: 'rani' }, admin, 'CANNOT_DISABLE_YOURSELF'],
    ['who is disabled already', off('chair'), chair, 'PERSON_ALREADY_DISABLED'],
    ['anybody, once disabled oneself', person, { ...admin, isDisabled: true }, 'PERSON_OUT_OF_REACH'],
  ])('is refused: %s', (_, whom, by, code) => {
    expect(() => disablePerson(whom, by)).toThrow(code);
  });

  it('is taken back by whoever may, but never a chair what an administrator did', () => {
    expect(() => enablePerson(off('chair'), chair)).not.toThrow();
    expect(() => enablePerson(off('administrator'), admin)).not.toThrow();
    expect(() => enablePerson(off('administrator'), chair)).toThrow('DISABLED_BY_ADMINISTRATOR');
    expect(() => enablePerson(off(null), chair)).toThrow('DISABLED_BY_ADMINISTRATOR');
    expect(() => enablePerson(person, chair)).toThrow('PERSON_NOT_DISABLED');
  });

  it('leaves nobody beyond their own parties in a chair’s reach', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });
    fc.assert(
      fc.property(ids, ids, (partyIds, chairedPartyIds) => {
        const isOwn = partyIds.length > 0 && partyIds.every((id) => chairedPartyIds.includes(id));
        const attempt = () => disablePerson({ ...person, partyIds }, { ...chair, chairedPartyIds });
        if (isOwn) expect(attempt()).toBe('chair');
        else expect(attempt).toThrow('PERSON_OUT_OF_REACH');
      }),
    );
  });
});
