import { AwardEntity, AwardGroupEntity, AwardLineEntity, AwardZoneEntity } from './award.entity.js';

export { AwardCostReader } from './award-cost.reader.js';
export { AwardModule } from './award.module.js';
export { AwardReader, type AwardLineRow, type AwardRow, type AwardZoneRow } from './award.reader.js';
export { LotAwarded } from './award.events.js';
export { AwardSolver } from './award-solver.js';
export { computeProblem } from './engine/compute-problem.js';
export { SolverThreads } from './engine/solver-pool.js';
export const awardEntities = [AwardGroupEntity, AwardEntity, AwardLineEntity, AwardZoneEntity];
