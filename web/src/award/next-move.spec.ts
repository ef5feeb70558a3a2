import { nextMove, type AwardScene } from './next-move.js';

const now = Date.parse('2026-11-22T10:00:00Z');
const before = '2026-11-22T09:00:00Z';
const later = '2026-11-22T11:00:00Z';
const scene = (changed: Partial<AwardScene>): AwardScene => ({
  lotState: 'opened',
  award: { state: 'proposed', proposedBy: 'ani', endorsedBy: null },
  openSteps: [],
  unanswered: 0,
  person: { id: 'budi', roles: ['chair'] },
  nowMs: now,
  ...changed,
});
const officer = { id: 'cici', roles: ['officer'] };
const computed = { state: 'computed', proposedBy: null, endorsedBy: null };

describe('what the award of a lot waits for', () => {
  it.each([
    ['bidding', 'wait-bids'],
    ['awarded', 'wait-signing'],
    ['contracted', 'done'],
    ['settled', 'done'],
    ['failed', 'failed'],
  ])('a lot that is %s: %s', (lotState, wanted) => {
    expect(nextMove(scene({ lotState }))).toBe(wanted);
  });

  it('is proposed by those who act for the organiser, once it is computed', () => {
    expect(nextMove(scene({ award: null }))).toBe('wait-computing');
    expect(nextMove(scene({ award: computed, person: officer }))).toBe('propose');
    expect(nextMove(scene({ award: computed, person: { id: 'x', roles: ['viewer'] } }))).toBe(
      'wait-proposal',
    );
  });

  it('waits while objections may be made, and for their answer by another than the proposer', () => {
    expect(nextMove(scene({ openSteps: [{ step: 'objection', dueAt: later }] }))).toBe('wait-standstill');
    expect(nextMove(scene({ openSteps: [{ step: 'objection', dueAt: before }] }))).toBe('approve');
    expect(nextMove(scene({ unanswered: 1 }))).toBe('answer');
    expect(nextMove(scene({ unanswered: 1, person: { id: 'ani', roles: ['chair'] } }))).toBe('wait-answer');
  });

  it('is approved by a chair who did not propose it', () => {
    expect(nextMove(scene({}))).toBe('approve');
    expect(nextMove(scene({ person: officer }))).toBe('wait-chair');
    expect(nextMove(scene({ person: { id: 'ani', roles: ['chair'] } }))).toBe('wait-other');
  });

  it('takes two people where the system proposed', () => {
    const award = { state: 'proposed', proposedBy: null, endorsedBy: null };
    expect(nextMove(scene({ award, person: officer }))).toBe('endorse');
    expect(nextMove(scene({ award: { ...award, endorsedBy: 'cici' }, person: officer }))).toBe('wait-other');
    expect(nextMove(scene({ award: { ...award, endorsedBy: 'cici' } }))).toBe('approve');
  });
});
