import { Refusal } from '../../kernel/refuse.js';
import {
  requireAnotherHolder,
  requireHolderInTime,
  requireOpenable,
  requireTwoHolders,
  type KeyInHolding,
} from './judge-opening.js';

const key: KeyInHolding = { isDue: true, isReleased: false, holderIds: ['ani', 'budi', 'cici'] };
const early = { ...key, isDue: false };
const released = { ...key, isReleased: true };
const opening = { begunBy: 'budi', releasedBy: ['ani'] };

const codeOf = (run: () => void): string => {
  try {
    run();
    return 'allowed';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('who opens a committee’s seal', () => {
  it.each([
    ['a holder after the deadline', key, 'ani', 'allowed'],
    ['a holder before the deadline', early, 'ani', 'KEY_NOT_DUE'],
    ['somebody else', key, 'dedi', 'NOT_A_HOLDER'],
    ['somebody else before the deadline, who learns nothing of it', early, 'dedi', 'NOT_A_HOLDER'],
  ])('fetches a share: %s', (_who, held, personId, code) => {
    expect(codeOf(() => requireHolderInTime(held, personId))).toBe(code);
  });

  it('begins nothing once the key is released', () => {
    expect(codeOf(() => requireOpenable(key, 'ani'))).toBe('allowed');
    expect(codeOf(() => requireOpenable(released, 'ani'))).toBe('KEY_ALREADY_RELEASED');
  });

  it.each([
    ['another holder', key, 'ani', 'allowed'],
    ['the one who began it', key, 'budi', 'OPENING_BEGUN_BY_YOURSELF'],
    ['two who agree before the deadline', early, 'ani', 'KEY_NOT_DUE'],
    ['nobody who holds no share', key, 'dedi', 'NOT_A_HOLDER'],
  ])('releases a share to an opening: %s', (_who, held, personId, code) => {
    expect(codeOf(() => requireAnotherHolder(held, opening, personId))).toBe(code);
  });

  it.each([
    ['the one who began it, with the other’s share', key, 'budi', 'ani', 'allowed'],
    ['again, once released', released, 'budi', 'ani', 'allowed'],
    ['the one who released a share', key, 'ani', 'ani', 'OPENING_BEGUN_BY_ANOTHER'],
    ['with a share of nobody else', key, 'budi', 'budi', 'OPENING_WITHOUT_SHARE'],
    ['with a share that was not released', key, 'budi', 'cici', 'OPENING_WITHOUT_SHARE'],
    ['before the deadline', early, 'budi', 'ani', 'KEY_NOT_DUE'],
  ])('joins the key: %s', (_who, held, joinedBy, releasedBy, code) => {
    expect(codeOf(() => requireTwoHolders(held, opening, { joinedBy, releasedBy }))).toBe(code);
  });
});
