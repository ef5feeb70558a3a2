import { topicOf, topicText } from './topic.js';

describe('what a rule is about', () => {
  it.each([
    ['Waktu tunggu, mingguan', 'waktu-tunggu-mingguan'],
    ['7 hari', 'tentang-7-hari'],
    ['  Café  ', 'cafe'],
    ['!!!', ''],
    ['a'.repeat(60), 'a'.repeat(40)],
  ])('%j is kept as %j', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });

  it('is read as words', () => {
    expect(topicText('waktu-tunggu')).toBe('Waktu tunggu');
  });
});
