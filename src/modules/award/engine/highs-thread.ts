/**
 * A solver thread: loads HiGHS (WebAssembly) once, then answers one `SolveRequest` after another. A solve
 * blocks this thread, which is why it is one. Started by `SolverThreads`, from the build only: Node 20
 * runs no TypeScript in a worker.
 */
import { parentPort } from 'node:worker_threads';
import * as highsPackage from 'highs';
import type { Highs, Model, ModelData } from 'highs';
import type { LinearSolution } from '../../../core/award/linear-model.js';
import type { SolveReply, SolveRequest } from './solver-message.js';

/** The package's types describe its CommonJS face; its ESM default export is the loader itself. */
const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

const load = (): Promise<Highs> => {
  const loader: unknown = highsPackage.default;
  if (!isLoader(loader)) throw new TypeError('the highs package exports no loader');
  return loader();
};

const toModelData = ({ model }: SolveRequest): ModelData => ({
  numCols: model.colCost.length,
  numRows: model.rowLower.length,
  colCost: model.colCost,
  colLower: model.colLower,
  colUpper: model.colUpper,
  rowLower: model.rowLower,
  rowUpper: model.rowUpper,
  integrality: Int32Array.from(model.colWhole),
  matrix: {
    format: 'csr',
    numRows: model.rowLower.length,
    numCols: model.colCost.length,
    starts: model.rowStarts,
    indices: model.termColumns,
    values: model.termFactors,
  },
});

const statusOf = (highs: Highs, model: Model): LinearSolution['status'] => {
  const { optimal, infeasible, timeLimit, iterationLimit, solutionLimit, interrupted } =
    highs.constants.modelStatus;
  const status = model.getModelStatus();
  if (status === optimal) return 'optimal';
  if (status === infeasible) return 'infeasible';
  // A node limit is reported as a solution limit.
  const limits: readonly number[] = [timeLimit, iterationLimit, solutionLimit, interrupted];
  return limits.includes(status) ? 'stopped' : 'failed';
};

/** HiGHS calls a primal solution feasible with status 2 (0 none, 1 infeasible). */
const FEASIBLE = 2;

const solve = (highs: Highs, request: SolveRequest): LinearSolution =>
  highs.withModel(toModelData(request), (model: Model): LinearSolution => {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: request.relativeGap,
      mip_abs_gap: request.absoluteGap,
      mip_max_nodes: request.maxNodes,
      // Models of lots and suppliers close at the root. Starting over there and two of the heuristics took
      // four fifths of the time and closed no gap: 20 x 12 x 4 drawn 5 s with them, 1 s without.
      mip_allow_restart: false,
      mip_heuristic_run_feasibility_jump: false,
      mip_heuristic_run_root_reduced_cost: false,
      time_limit: request.maxSeconds,
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
    });
    model.run();
    const found = Number(model.info.get('primal_solution_status')) === FEASIBLE;
    const objective = found ? model.getObjectiveValue() : Infinity;
    const status = statusOf(highs, model);
    const isLinear = !request.model.colWhole.includes(1);
    const dualBound = isLinear
      ? status === 'optimal'
        ? objective
        : -Infinity
      : Number(model.info.get('mip_dual_bound'));
    return {
      status,
      values: found ? Float64Array.from(model.getSolution().colValue) : new Float64Array(0),
      objective,
      dualBound,
      nodes: isLinear ? 0 : Math.max(0, Number(model.info.get('mip_node_count'))),
    };
  });

/** Only the message: an error out of WebAssembly prints the whole loader. */
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

if (parentPort) {
  const port = parentPort;
  const loading = load();
  loading.catch(() => undefined);
  const answer = async (request: SolveRequest): Promise<SolveReply> => {
    try {
      return { id: request.id, solution: solve(await loading, request) };
    } catch (error) {
      return { id: request.id, error: messageOf(error) };
    }
  };
  port.on('message', (request: SolveRequest) => {
    void answer(request).then((reply) => port.postMessage(reply));
  });
}
