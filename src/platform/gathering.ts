interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** So many looks at once: one that hangs must not hold up everybody. */
const MOST_LOOKS = 2;
/** So many are answered by one look. */
const MOST_ASKED = 64;

/**
 * Answers several who ask at about the same time by one look. A look takes those with it who asked before it began, so
 * that each answer is as fresh as if it had been looked for alone; who asks while looks are under way goes with
 * the next. Alone, nobody waits longer than until the event loop has read what else has come.
 */
export class Gathering<Asked, Answer> {
  private waiting: Waiting<Asked, Answer>[] = [];
  private looks = 0;
  private isCalled = false;

  /** @param look answers in the order of what was asked; when it fails, it has failed for all of them */
  constructor(private readonly look: (asked: readonly Asked[]) => Promise<readonly Answer[]>) {}

  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      this.call();
    });
  }

  private call(): void {
    if (this.isCalled || this.looks >= MOST_LOOKS || this.waiting.length === 0) return;
    this.isCalled = true;
    setImmediate(() => {
      this.isCalled = false;
      void this.answer(this.waiting.splice(0, MOST_ASKED));
    });
  }

  private async answer(group: readonly Waiting<Asked, Answer>[]): Promise<void> {
    this.looks += 1;
    this.call();
    try {
      const answers = await this.look(group.map(({ asked }) => asked));
      if (answers.length !== group.length) throw new RangeError('not as many answers as were asked for');
      group.forEach(({ resolve }, place) => {
        resolve(answers[place] as Answer);
      });
    } catch (error) {
      group.forEach(({ reject }) => {
        reject(error);
      });
    } finally {
      this.looks -= 1;
      this.call();
    }
  }
}
