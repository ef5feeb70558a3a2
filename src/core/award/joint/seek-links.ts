import type { LinearSolution } from '../linear-model.js';
import type { JointModel, JointRow } from './joint-column.js';
import { packJoint, relaxWhole } from './pack-joint.js';
import type { Step } from './ask.js';

const MOST_ROUNDS = 12;
/** A row counts as violated from this share of its zone's demand. */
const VIOLATED = 1e-4;

/**
 * Of very many x <= y rows those that matter: solves the relaxation, adds what it violates, and again,
 * until it violates none or a dozen rounds have gone by. What is left out costs tightness, never truth.
 *
 *   100,000 rows -> a few thousand after five or six rounds
 *
 * Method: cutting planes; Aardal, Annals of OR 82 (1998), on the variable upper bounds of facility location.
 */
export function* seekLinks(model: JointModel): Generator<Step, readonly JointRow[], LinearSolution> {
  const places = new Map(model.columns.map((column, position) => [column, position]));
  const kept = new Set<JointRow>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const solution = yield { linear: relaxWhole(packJoint(model, [...kept])), timeShare: 0.3 };
    if (solution.status !== 'optimal') break;
    const violated = model.links.filter((row) => {
      if (kept.has(row)) return false;
      const [[column] = [undefined]] = row.terms;
      const value = row.terms.reduce(
        (sum, [term, factor]) => sum + factor * (solution.values[places.get(term) ?? -1] ?? 0),
        0,
      );
      return column !== undefined && value > VIOLATED * column.upper;
    });
    if (violated.length === 0) break;
    for (const row of violated) kept.add(row);
  }
  return [...kept];
}
