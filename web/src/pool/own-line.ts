import type { Line } from './use-pool.js';

/** A koperasi's own line; a kitchen's comes from its requirement and is changed there. */
export const isOwnLine = (line: Line): boolean =>
  line.beneficiaryId === line.koperasiId && line.requirementLineId === null;
