import { warmFormats } from './warm-formats.js';

interface Made {
  readonly script: string;
  isEnded: boolean;
  onmessage?: () => void;
  onerror?: () => void;
}
const made: Made[] = [];

/** Workers of a browser, by how they end. */
const workersThat = (answer: 'onmessage' | 'onerror' | 'refuse' | 'silence'): void => {
  Object.assign(globalThis, {
    Worker: class implements Made {
      isEnded = false;
      onmessage?: () => void;
      onerror?: () => void;
      constructor(readonly script: string) {
        if (answer === 'refuse') throw new Error('no worker may be made');
        made.push(this);
        if (answer !== 'silence') setTimeout(() => this[answer]?.());
      }
      terminate(): void {
        this.isEnded = true;
      }
    },
  });
};

describe('the names and rules of a language', () => {
  beforeEach(() => {
    made.length = 0;
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'Worker');
  });

  it('are read by a worker that ends, those of both locales where the page is English: rupiah stay Indonesian', async () => {
    workersThat('onmessage');
    await warmFormats('id');
    await warmFormats('en');
    expect(made.map(({ isEnded }) => isEnded)).toEqual([true, true]);
    expect(made.map(({ script }) => /\[(.*?)\]/.exec(script)?.[1])).toEqual(["'id-ID'", "'id-ID','en-GB'"]);
  });

  it('are read by a script that runs as it stands', () => {
    workersThat('onmessage');
    void warmFormats('en');
    const said: unknown[] = [];
    const script = made[0]?.script.replace('data:text/javascript,', '') ?? '';
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what a browser does with the address of a worker
    new Function('postMessage', script)((word: unknown) => said.push(word));
    expect(said).toEqual([0]);
  });

  it.each(['onerror', 'refuse', 'silence'] as const)(
    'are left to the page where no worker reads them (%s)',
    async (how) => {
      workersThat(how);
      await expect(warmFormats('id')).resolves.toBeUndefined();
    },
  );
});
