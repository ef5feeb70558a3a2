import { dataOf, type View } from '../api/api.js';
import { useSend } from '../api/use-send.js';

export type Resolution = View<'ResolveTaskRequest'>;

/** Says what money was that nobody could explain: of a payment, or a line of a bank statement. */
export const useResolve = (
  partyId: string,
  task: { readonly id: string; readonly version: number },
  chosen: Resolution | null,
  after: () => void,
) =>
  useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/suspense-tasks/{taskId}/resolve', {
          params: { path: { partyId, taskId: task.id } },
          headers: { 'If-Match': `"${task.version}"` },
          body: chosen ?? { as: 'not-ours' },
        }),
      ),
    after,
  );
