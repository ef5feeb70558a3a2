import { judgeLogin } from './judge-login.js';

describe('a login', () => {
  it.each(['siti', 'kop-32.71.01.1001', 'siti@contoh.id', 'a_1'])('may be %s', (login) => {
    expect(() => judgeLogin(login)).not.toThrow();
  });
  it.each(['', 'ab', 'Siti', 'siti ', '-siti', 'siti.', 'si\u0000ti', 'sіti', 'a'.repeat(81)])(
    'may not be %j',
    (login) => {
      expect(() => judgeLogin(login)).toThrow('LOGIN_UNFIT');
    },
  );
});
