import { Answers } from './answers.js';
import { Refused } from './api.js';

describe('the answers of a page that is rendered on the server', () => {
  const broken = new Error('the connection broke');
  const failing = () => Promise.reject(broken);

  it('tells whoever waits for all of them of what is no refusal', async () => {
    const answers = new Answers(true);
    answers.gather('a', failing);
    await expect(answers.settle()).rejects.toBe(broken);
    expect(answers.get('a')).toBeUndefined();
  });

  it('does so when the question cannot even be put', async () => {
    const answers = new Answers(true);
    answers.gather('a', () => {
      throw broken;
    });
    await expect(answers.settle()).rejects.toBe(broken);
  });

  it('takes a refusal for an answer', async () => {
    const answers = new Answers(true);
    const refused = new Refused(null);
    await answers.ask('a', () => Promise.reject(refused));
    expect(answers.get('a')).toEqual({ refusal: null });
    expect(await answers.settle()).toBe(false);
  });

  it('that came a moment ago are asked anew once somebody here has changed something', () => {
    const answers = new Answers(false);
    expect(answers.isFresh('a')).toBe(false);
    answers.set('a', 1);
    expect(answers.isFresh('a')).toBe(true);
    answers.noteChange();
    expect(answers.isFresh('a')).toBe(false);
    expect(answers.get('a')).toMatchObject({ value: 1 });
  });

  it('that came with the page are asked for again where a service worker is to keep them, once', () => {
    const answers = new Answers(false, { a: { value: 1, atMs: Date.now() } });
    expect([answers.isFresh('a'), answers.isFresh('a', true)]).toEqual([true, false]);
    answers.set('a', 1);
    expect(answers.isFresh('a', true)).toBe(true);
  });
});
