import type { Course } from './course.js';

/** Knows when every player stands at a gate, is done, or waits for a lock that another player holds. */
export class Conductor {
  constructor(
    private readonly courses: readonly Course[],
    private readonly isBlocked: (course: Course, others: readonly Course[]) => Promise<boolean>,
  ) {}

  async settle(): Promise<void> {
    let before: string;
    do {
      before = this.courses.map(({ state }) => state).join();
      for (const course of this.courses) {
        const others = this.courses.filter((other) => other !== course);
        while (course.isRunning()) {
          if (!course.wasBlocked) await course.changes();
          course.wasBlocked = course.isRunning() && (await this.isBlocked(course, others));
          if (course.wasBlocked) break;
        }
      }
      // One that went on may have let go of what another waited for.
    } while (this.courses.map(({ state }) => state).join() !== before);
  }

  /** Those at their gates. When all that are left wait for each other, PostgreSQL breaks the knot. */
  async ready(): Promise<Course[]> {
    for (;;) {
      const ready = this.courses.filter(({ state }) => state === 'at-gate');
      if (ready.length > 0 || this.courses.every(({ state }) => state === 'done')) return ready;
      await Promise.race(this.courses.map((course) => course.changes()));
    }
  }

  async finish(place: number): Promise<void> {
    const course = this.courses[place];
    while (course !== undefined && course.state !== 'done') {
      if (course.state === 'at-gate') course.letThrough();
      else await course.changes();
    }
  }
}
