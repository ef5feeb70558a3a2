import { allRows } from '../api/all-rows.js';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { groupMembers, type Members } from './group-members.js';
import type { Pool } from './use-pool.js';

const PAGE = 200;

/** Who of the pool's region is in and who is not, for its organiser. */
export const useMembers = (pool: Pick<Pool, 'id' | 'regionCode'>) =>
  useAsk(`members:${pool.id}`, async (api): Promise<Members> => {
    const params = { path: { poolId: pool.id } };
    const [koperasi, lines, deposits] = await Promise.all([
      allRows((cursor) =>
        dataOf(
          api.GET('/api/v1/parties', {
            params: {
              query: {
                kind: 'koperasi',
                regionCode: pool.regionCode,
                limit: PAGE,
                ...(cursor === undefined ? {} : { cursor }),
              },
            },
          }),
        ),
      ),
      allRows((cursor) =>
        dataOf(
          api.GET('/api/v1/pools/{poolId}/commitments', {
            params: { ...params, query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
          }),
        ),
      ),
      allRows((cursor) =>
        dataOf(
          api.GET('/api/v1/pools/{poolId}/deposits', {
            params: { ...params, query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
          }),
        ),
      ),
    ]);
    return groupMembers(
      koperasi.filter(({ state }) => state === 'active'),
      lines,
      deposits,
    );
  });

const STEPS = 200;

/** The steps of a pool that wait for somebody. */
export const usePoolSteps = (poolId: string) =>
  useAsk(`pool-steps:${poolId}`, async (api) => {
    const steps = await allRows((cursor) =>
      dataOf(
        api.GET('/api/v1/steps', {
          params: { query: { limit: STEPS, ...(cursor === undefined ? {} : { cursor }) } },
        }),
      ),
    );
    return steps.filter((step) => step.poolId === poolId).sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  });
