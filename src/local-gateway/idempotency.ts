export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, bytes and text as they are. */
  readonly body: object | string | Buffer;
}

/** Under which key an answer is kept, how long, and among whose keys. */
export interface KeptUnder {
  readonly owner: string;
  readonly key: string | undefined;
  readonly forMs: number;
  /** Longer ones are passed over in silence. */
  readonly maxLength: number;
}

const IN_FLIGHT: Answer = {
  status: 202,
  body: { status_code: '202', status_message: 'The request with this Idempotency-Key is still in process.' },
};

const isSuccess = ({ status, body }: Answer): boolean => {
  const code = Number((body as { status_code?: unknown }).status_code ?? status);
  return status < 300 && code < 300;
};

/**
 * Answers of requests with a key, as Midtrans keeps them: for a while, only successes, the same answer whatever the
 * body and the route, 202 to those who ask while the first is still at work.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, { at: number; answer: Answer | undefined }>();

  constructor(private readonly now: () => number) {}

  async once(under: KeptUnder | undefined, work: () => Promise<Answer>): Promise<Answer> {
    if (under?.key === undefined || under.key.length === 0 || under.key.length > under.maxLength)
      return work();
    const place = `${under.owner} ${under.key}`;
    const before = this.kept.get(place);
    if (before !== undefined && (before.answer === undefined || this.now() - before.at < under.forMs))
      return before.answer ?? IN_FLIGHT;
    this.kept.set(place, { at: this.now(), answer: undefined });
    try {
      const answer = await work();
      if (isSuccess(answer)) this.kept.set(place, { at: this.now(), answer });
      else this.kept.delete(place);
      return answer;
    } catch (error) {
      this.kept.delete(place);
      throw error;
    }
  }
}
