import { createHash } from 'node:crypto';

/**
 * The published draw: a fixed, recomputable order by lot that favours nobody. A line's place is the
 * SHA-256 of the pool (or lot) and the line, as hex; smaller comes first. Anyone can recompute it,
 * and nobody can choose it: ids are given by the server before the draw is known to matter.
 */
export const draw = (subjectId: string, lineId: string): string =>
  createHash('sha256').update(`${subjectId}:${lineId}`).digest('hex');
