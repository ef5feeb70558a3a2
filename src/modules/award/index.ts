import {
  AwardEntity,
  AwardGroupEntity,
  AwardLineEntity,
  AwardShareEntity,
  AwardZoneEntity,
} from './award.entity.js';
import {
  AwardStepEntity,
  BidOutEntity,
  ContractAnswerEntity,
  ObjectionAnswerEntity,
  ObjectionEntity,
} from './steps/steps.entity.js';

export { AwardCostReader } from './award-cost.reader.js';
export { AwardModule } from './award.module.js';
export { AwardReader, type AwardLineRow, type AwardRow, type AwardZoneRow } from './award.reader.js';
export { AwardShareReader, type AwardShareRow } from './share.reader.js';
export { ContractsSigned } from './award.events.js';
export { AwardSolver } from './award-solver.js';
export { computeProblem } from './engine/compute-problem.js';
export { tellLeftOut } from './tell-left-out.js';
export { SolverThreads } from './engine/solver-pool.js';
export const awardEntities = [
  AwardGroupEntity,
  AwardEntity,
  AwardLineEntity,
  AwardZoneEntity,
  AwardShareEntity,
  AwardStepEntity,
  ObjectionEntity,
  ObjectionAnswerEntity,
  ContractAnswerEntity,
  BidOutEntity,
];
