import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLogger } from '../logging/logger.js';
import { chooseMessenger } from './choose-messenger.js';

describe('messages to people', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sepikul-messages-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const message = { id: 'm1', to: '0812-000', text: 'Kode Anda: 7K2M' };

  it('go to a file in development, a line each, and never into the log', async () => {
    const lines: string[] = [];
    const log = makeLogger('trace', { write: (line: string) => void lines.push(line) });
    const file = join(folder, 'deep', 'messages.jsonl');
    const messenger = chooseMessenger({ MESSAGES_FILE: file, DATABASE_URL: 'postgresql://x' }, log);
    await messenger.send(message);
    await messenger.send({ ...message, id: 'm2' });
    const written = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(written).toEqual([message, { ...message, id: 'm2' }]);
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain('7K2M');
    expect(lines.join()).not.toContain('0812-000');
  });

  it('are refused where nobody carries them', async () => {
    const nobody = chooseMessenger(
      { MESSAGES_FILE: undefined, DATABASE_URL: 'postgresql://x' },
      makeLogger('silent'),
    );
    await expect(nobody.send(message)).rejects.toThrow('MESSAGES_FILE');
  });
});
