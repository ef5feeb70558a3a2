import { forward } from './forward.js';

/**
 * What a due stands on, for people who see many of them: the number of its paper, and of whose goods where that is neither
 * payer nor payee. Dues from before have none.
 */
export const DuePapers1790000000668 = forward('DuePapers1790000000668', async (runner) => {
  await runner.query('ALTER TABLE due ADD COLUMN paper text CHECK (length(paper) BETWEEN 1 AND 300)');
});
