/**
 * Work that waits for somebody outside, such as a payment gateway: so much at once in one worker. The schedule that
 * begins it does not wait for it, so that nobody who hangs keeps another schedule waiting, nor other work of its own.
 */
export class Abreast {
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly most: number) {}

  /** How much more may begin. */
  get free(): number {
    return this.most - this.underWay.size;
  }

  /** Begins; a failure is told and ends nothing else. */
  begin(work: () => Promise<void>, onFailure: (error: unknown) => void): void {
    const turn: Promise<void> = work()
      .catch(onFailure)
      .finally(() => this.underWay.delete(turn));
    this.underWay.add(turn);
  }

  /** Resolves when nothing is under way. */
  async rest(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }
}
