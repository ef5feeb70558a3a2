import type { Conductor } from './conductor.js';
import type { Course } from './course.js';
import type { Turn } from './prune-orders.js';
import type { Footprints, Statement } from './read-footprints.js';

/** One after the other in this order; or who takes each turn, undefined where it does not matter any more. */
export type Script =
  readonly number[] | ((turns: readonly Turn[], ready: readonly number[]) => number | undefined);

const nameOf = (course: Course, { text }: Statement): string =>
  `${course.name}: ${text.replace(/\s+/g, ' ').trim().slice(0, 60)}`;

interface Taken extends Omit<Turn, 'footprint'> {
  readonly statement: Statement;
}

/** One that still runs may yet turn out to be its transaction's last. */
const turnsOf = (taken: readonly Taken[], courses: readonly Course[], footprints: Footprints): Turn[] =>
  taken.map(({ player, ready, statement }) => {
    const course = courses[player];
    const mayEnd =
      statement.kind === 'inside' && course?.isRunning() === true && course.statement === statement;
    return {
      player,
      ready,
      footprint: footprints.of(mayEnd ? { ...statement, kind: 'rollback' } : statement),
    };
  });

/** Until all are done. @returns the turns that were chosen, and all steps. */
export const takeTurns = async (
  conductor: Conductor,
  courses: readonly Course[],
  begin: (place: number) => void,
  footprints: Footprints,
  script: Script,
): Promise<{ turns: readonly Turn[]; steps: readonly string[] }> => {
  const taken: Taken[] = [];
  const steps: string[] = [];
  if (typeof script !== 'function') {
    for (const place of script) {
      begin(place);
      await conductor.finish(place);
    }
    return { turns: [], steps };
  }
  for (const place of courses.keys()) begin(place);
  await conductor.settle();
  for (let isChosen = true; ;) {
    const ready: number[] = (await conductor.ready()).map((course) => courses.indexOf(course));
    const [any] = ready;
    if (any === undefined) return { turns: turnsOf(taken, courses, footprints), steps };
    const chosen: number | undefined = isChosen
      ? script(turnsOf(taken, courses, footprints), ready)
      : undefined;
    isChosen &&= chosen !== undefined;
    const player = chosen ?? any;
    const course = courses[player];
    if (course === undefined) throw new Error(`there is no player ${player}`);
    const statement = course.letThrough();
    if (isChosen) taken.push({ player, ready, statement });
    steps.push(nameOf(course, statement));
    await conductor.settle();
  }
};
