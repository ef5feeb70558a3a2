import { contractStateOf } from './contract-state.js';

const contract = { answer: null, isCurrent: true, dueAt: '2026-11-24T12:00:00Z' };
const before = Date.parse('2026-11-23T12:00:00Z');

it.each([
  [contract, before, 'waits'],
  [contract, before + 2 * 86_400_000, 'late'],
  [{ ...contract, dueAt: null }, before, 'waits'],
  [{ ...contract, answer: 'signed' as const }, before + 2 * 86_400_000, 'signed'],
  [{ ...contract, answer: 'declined' as const, isCurrent: false }, before, 'declined'],
  [{ ...contract, answer: 'signed' as const, isCurrent: false }, before, 'fellOut'],
])('%j is %s', (given, nowMs, state) => {
  expect(contractStateOf(given, nowMs)).toBe(state);
});
