import { dueKeys, firstDeadline, stepOf, waitingHolder, type CeremonyKey } from './ceremony-step.js';

const key = (change: Partial<CeremonyKey> = {}): CeremonyKey => ({
  lotId: 'lot',
  commodityNameId: 'Beras',
  commodityNameEn: 'Rice',
  keyId: 'key',
  waitsForKey: false,
  closesAt: '2026-12-01T10:00:00.000Z',
  isDue: false,
  isReleased: false,
  begunBy: [],
  ...change,
});
const unmade = key({ keyId: null, waitsForKey: true, closesAt: null });
const holders = (...hasKey: boolean[]) =>
  hasKey.map((has, index) => ({
    place: index + 1,
    holderId: `holder-${String(index + 1)}`,
    holderName: null,
    holderKeyId: has ? `key-${String(index + 1)}` : null,
    publicKey: null,
  }));
const all = holders(true, true, true);
const holder = { personId: 'holder-1', isMaker: false };
const maker = { personId: 'officer', isMaker: true };

describe('the next step of a committee', () => {
  it.each([
    ['awaits-lots', all, [], maker],
    ['own-key', holders(false, true, true), [unmade], holder],
    ['awaits-holders', holders(true, true, false), [unmade], maker],
    ['awaits-holders', holders(true, true, false), [unmade], holder],
    ['make', all, [unmade, key()], maker],
    ['awaits-organiser', all, [unmade], holder],
    ['awaits-deadline', all, [key()], holder],
    ['open', all, [key({ isDue: true }), key()], holder],
    ['awaits-opening', all, [key({ isDue: true })], maker],
    ['opened', all, [key({ isDue: true, isReleased: true })], holder],
  ] as const)('is %s', (step, who, keys, me) => {
    expect(stepOf({ holders: [...who], keys: [...keys] }, me)).toBe(step);
  });

  it('knows what is due, when the next is, and who waits for a share', () => {
    const due = key({ keyId: 'due', isDue: true, begunBy: ['holder-1', 'holder-2'] });
    expect(dueKeys([due, key(), key({ isDue: true, isReleased: true })])).toEqual([due]);
    expect(firstDeadline([due, key()])).toBe('2026-12-01T10:00:00.000Z');
    expect(firstDeadline([due, unmade])).toBeNull();
    expect(waitingHolder([due], 'holder-1')).toBe('holder-2');
    expect(waitingHolder([key({ begunBy: ['holder-1'] })], 'holder-1')).toBeUndefined();
  });
});
