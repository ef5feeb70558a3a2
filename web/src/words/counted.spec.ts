import { counted } from './counted.js';

describe('what is counted', () => {
  it.each([
    [1, '1 delivery'],
    ['1', '1 delivery'],
    [0, '0 deliveries'],
    ['1,000', '1,000 deliveries'],
  ])('%p is %s', (count, said) => {
    expect(counted(count, 'delivery', 'deliveries')).toBe(said);
  });

  it('takes an s where nothing else is said', () => {
    expect([counted(1, 'pack'), counted(2, 'pack')]).toEqual(['1 pack', '2 packs']);
  });
});
