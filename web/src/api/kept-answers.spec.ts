import { Answers } from './answers.js';
import { Refused } from './api.js';
import { keptSince, noteKept } from './kept-answers.js';

const AT = '2026-11-26T10:00:00.000Z';
const keptAnswer = { headers: new Headers({ 'sepikul-kept-at': AT }) };

describe('answers that only the phone still gives', () => {
  it('are told from those of now, also within others', () => {
    const [old, fresh] = [{ data: [1] }, { data: [2] }];
    noteKept(old, keptAnswer);
    noteKept(fresh, { headers: new Headers() });
    expect(keptSince(old)).toBe(Date.parse(AT));
    expect(keptSince(fresh)).toBeNull();
    expect(keptSince({ fresh, old })).toBe(Date.parse(AT));
    expect(keptSince(null)).toBeNull();
    expect(keptSince('text')).toBeNull();
  });

  it('keep their time among the answers', async () => {
    const answers = new Answers(false);
    const old = { data: [] };
    noteKept(old, keptAnswer);
    await answers.ask('pools', () => Promise.resolve(old));
    expect(answers.get('pools')).toEqual({ value: old, atMs: Date.parse(AT), isKept: true });
  });
});

describe('what the API has answered', () => {
  it('is asked for once, however many wait for it', async () => {
    const answers = new Answers(false);
    let count = 0;
    const question = (): Promise<number> => {
      count += 1;
      return Promise.resolve(count);
    };
    await Promise.all([answers.ask('a', question), answers.ask('a', question)]);
    expect(answers.get('a')).toMatchObject({ value: 1 });
  });

  it('stays while there is no signal, and is replaced by a refusal of the server', async () => {
    const answers = new Answers(false);
    await answers.ask('a', () => Promise.resolve('rice'));
    await expect(answers.ask('a', () => Promise.reject(new Refused(null)))).rejects.toThrow('offline');
    expect(answers.get('a')).toMatchObject({ value: 'rice' });
    const problem = { code: 'FORBIDDEN', detail: 'Tidak boleh' } as Refused['problem'];
    await answers.ask('a', () => Promise.reject(new Refused(problem)));
    expect(answers.get('a')).toEqual({ refusal: problem });
  });

  it('is forgotten when its person leaves', async () => {
    const answers = new Answers(false);
    await answers.ask('a', () => Promise.resolve('rice'));
    answers.forget();
    expect(answers.get('a')).toBeUndefined();
  });

  it('is nobody’s when it comes after its person left, and is asked anew for who comes', async () => {
    const answers = new Answers(false);
    let give: (value: string) => void = () => undefined;
    const asked = answers.ask('dues', () => new Promise<string>((resolve) => (give = resolve)));
    answers.forget();
    const anew = answers.ask('dues', () => Promise.resolve('of Budi'));
    give('of Ani');
    await Promise.all([asked, anew]);
    expect(answers.get('dues')).toMatchObject({ value: 'of Budi' });
    const refused = answers.ask('dues', () =>
      Promise.reject(new Refused({ code: 'NO' } as Refused['problem'])),
    );
    answers.forget();
    await refused;
    expect(answers.get('dues')).toBeUndefined();
  });
});
