import fc from 'fast-check';
import { transferReference } from '../../payment/transfer-reference.js';
import { matchLine, type Candidate } from './match-line.js';

const dueId = '0193a8d5-7c00-7abc-8def-0123456789ab';
const payoutId = '0193a8d5-7c00-7abc-8def-009876543210';
const due: Candidate = {
  ...{ kind: 'due', id: dueId, referenceOf: dueId, isIncoming: true, amountRp: 500_000, isBooked: false },
};
const payout: Candidate = {
  ...{
    kind: 'payout',
    id: payoutId,
    referenceOf: payoutId,
    isIncoming: false,
    amountRp: 1_200_000,
    isBooked: false,
  },
};
const twin: Candidate = { ...due, id: payoutId, referenceOf: payoutId };
const line = (amountRp: number, text = '', sen = 0) => ({ amountRp, text, sen });
const of = ({ referenceOf }: Candidate): string => `TRSF ${transferReference(referenceOf)} DEMO`;

describe('a line of a statement', () => {
  it('is what its reference says, when the amount fits', () => {
    expect(matchLine(line(500_000, of(due)), [payout, due])).toEqual({ outcome: 'matched', candidate: due });
    expect(matchLine(line(400_000, of(due)), [due])).toEqual({ outcome: 'matched', candidate: due });
    expect(matchLine(line(-1_200_000, of(payout)), [payout, due])).toEqual({
      outcome: 'matched',
      candidate: payout,
    });
  });

  it('is left to a person when the amount does not fit, or is all there is', () => {
    expect(matchLine(line(600_000, of(due)), [due])).toEqual({
      outcome: 'suggested',
      candidates: [due],
      isOurs: true,
    });
    expect(matchLine(line(-1_100_000, of(payout)), [payout]).outcome).toBe('suggested');
    expect(matchLine(line(500_000, 'SETORAN'), [due])).toEqual({
      outcome: 'suggested',
      candidates: [due],
      isOurs: false,
    });
    expect(matchLine(line(500_000, `${of(due)} ${of(twin)}`), [due, twin]).outcome).toBe('suggested');
  });

  it('is ours when it names a reference that fits nothing, and else nothing of ours', () => {
    expect(matchLine(line(77_000, of(due)), [])).toEqual({ outcome: 'other', isOurs: true });
    expect(matchLine(line(77_000, 'SETORAN'), [due, payout])).toEqual({ outcome: 'other', isOurs: false });
    expect(matchLine(line(-77_000, 'LISTRIK'), [due, payout])).toEqual({ outcome: 'other', isOurs: false });
    expect(matchLine(line(0, 'BUNGA', 56), [due])).toEqual({ outcome: 'other', isOurs: false });
  });

  it('is what is in the books already, when the payee has said so before, and each of it once', () => {
    const transfer: Candidate = { ...due, kind: 'transfer', id: 'a transfer', isBooked: true };
    const left: Candidate = { ...due, amountRp: 600_000 };
    expect(matchLine(line(500_000, of(due)), [left, transfer])).toEqual({
      ...{ outcome: 'matched', candidate: transfer },
    });
    expect(matchLine(line(500_000, of(due)), [left])).toEqual({ outcome: 'matched', candidate: left });
    expect(matchLine(line(400_000, of(due)), [transfer])).toEqual({ outcome: 'other', isOurs: true });
    expect(matchLine(line(500_000, 'SETORAN'), [transfer])).toEqual({ outcome: 'other', isOurs: false });
  });

  it('never matches by amount alone, the wrong way round, or more than is owed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e6, max: 2e6 }), fc.boolean(), (amountRp, isNamed) => {
        const found = matchLine(line(amountRp, isNamed ? of(due) + of(payout) : 'TRF'), [due, payout]);
        if (found.outcome !== 'matched') return;
        expect(isNamed).toBe(true);
        expect(found.candidate.isIncoming).toBe(amountRp > 0);
        expect(Math.abs(amountRp)).toBeLessThanOrEqual(found.candidate.amountRp);
      }),
    );
  });
});
