import { Refusal } from '../kernel/refuse.js';
import { declareSeal, standardSeal, type NamedPerson, type SealRequest } from './declare-seal.js';

const person = (personId: string, facts: Partial<NamedPerson> = {}): [string, NamedPerson] => [
  personId,
  { personId, roles: [], isBidder: false, ...facts },
];
const people = new Map([
  person('ani'),
  person('budi'),
  person('cici', { roles: ['chair'] }),
  person('dodi', { isBidder: true }),
  person('eka', { roles: ['viewer'] }),
]);

const refusedAt = (request: SealRequest): string | undefined => {
  try {
    declareSeal(request, people);
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.errors[0]?.field ?? ''}`;
    throw error;
  }
  return undefined;
};

describe('a declared seal', () => {
  it('is as usual where nothing is said', () => {
    expect(declareSeal(undefined, new Map())).toEqual(standardSeal);
    expect(declareSeal({ showsBidCount: true }, new Map())).toEqual({ ...standardSeal, showsBidCount: true });
  });

  it('by committee has three holders', () => {
    const holderPersonIds = ['ani', 'budi', 'cici'];
    expect(declareSeal({ mode: 'committee', holderPersonIds }, people)).toMatchObject({ holderPersonIds });
    expect(refusedAt({ mode: 'committee' })).toBe('THREE_HOLDERS_NEEDED seal.holderPersonIds');
    expect(refusedAt({ mode: 'committee', holderPersonIds: ['ani', 'budi', 'ani'] })).toBe(
      'THREE_HOLDERS_NEEDED seal.holderPersonIds',
    );
    expect(refusedAt({ holderPersonIds })).toBe('HOLDERS_WITHOUT_COMMITTEE seal.holderPersonIds');
  });

  it('has no holder who bids, or whom nobody knows', () => {
    const holders = (third: string): SealRequest => ({
      mode: 'committee',
      holderPersonIds: ['ani', 'budi', third],
    });
    expect(refusedAt(holders('dodi'))).toBe('HOLDER_IS_A_BIDDER seal.holderPersonIds.2');
    expect(refusedAt(holders('nobody'))).toBe('HOLDER_UNKNOWN seal.holderPersonIds.2');
  });

  it('has a deputy who works for the organiser', () => {
    expect(declareSeal({ deputyId: 'cici' }, people)).toMatchObject({ deputyId: 'cici' });
    expect(refusedAt({ deputyId: 'eka' })).toBe('STEP_PERSON_WITHOUT_ROLE seal.deputyId');
    expect(refusedAt({ deputyId: 'nobody' })).toBe('STEP_PERSON_WITHOUT_ROLE seal.deputyId');
  });
});
