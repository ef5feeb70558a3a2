import { reinstateParty, suspendParty, type Judge, type Standing } from './judge-standing.js';

const koperasi: Standing = { kind: 'koperasi', state: 'active', regionCode: '32.71.01.1001' };
const bogor: Judge = { as: 'organiser', regionCodes: ['32.71'] };
const administrator: Judge = { as: 'administrator' };

describe('suspending a party', () => {
  it('lets an organiser suspend those of its own region', () => {
    expect(() => suspendParty(koperasi, bogor)).not.toThrow();
  });

  it.each([
    ['a koperasi of another city', { ...koperasi, regionCode: '35.71.01.1001' }],
    ['a party without a region', { ...koperasi, regionCode: null }],
    ['an organiser', { ...koperasi, kind: 'organiser', regionCode: '32.71' }],
    ['an observer', { ...koperasi, kind: 'observer' }],
  ])('keeps an organiser from %s', (_, party) => {
    expect(() => suspendParty(party, bogor)).toThrow('PARTY_OUT_OF_REACH');
    expect(() => reinstateParty({ ...party, state: 'suspended' }, bogor)).toThrow('PARTY_OUT_OF_REACH');
    expect(() => suspendParty(party, administrator)).not.toThrow();
  });

  it('leaves the administrator standing', () => {
    expect(() => suspendParty({ ...koperasi, kind: 'administrator' }, administrator)).toThrow(
      'ADMINISTRATOR_STAYS_ACTIVE',
    );
  });

  it('happens once, and is taken back once', () => {
    const suspended: Standing = { ...koperasi, state: 'suspended' };
    expect(() => suspendParty(suspended, bogor)).toThrow('PARTY_ALREADY_SUSPENDED');
    expect(() => reinstateParty(suspended, bogor)).not.toThrow();
    expect(() => reinstateParty(koperasi, bogor)).toThrow('PARTY_NOT_SUSPENDED');
  });
});
