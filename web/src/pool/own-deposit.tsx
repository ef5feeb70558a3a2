import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { LinkButton } from '../parts/button.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import type { Pool } from './use-pool.js';
import { poolWords } from './words.js';

/** What of my deposit is held, and what is missing with the way to pay it; nothing where the pool asks for none. */
export const OwnDeposit = ({ pool, koperasiId }: { readonly pool: Pool; readonly koperasiId: string }) => {
  const words = useWords(poolWords);
  const format = useFormat();
  const asked = useAsk(
    pool.deposit.rateBps === 0 ? null : `deposit:${pool.id}:${koperasiId}`,
    async (api) => {
      const { data } = await dataOf(
        api.GET('/api/v1/pools/{poolId}/deposits', { params: { path: { poolId: pool.id } } }),
      );
      return data.find((each) => each.koperasiId === koperasiId) ?? null;
    },
  );
  if (asked.state !== 'done' || asked.data === null) return null;
  const { heldRp, requiredRp, missingRp, openDueId } = asked.data;
  if (openDueId === null) return <p>{words.depositHeld(format.rupiah(heldRp))}</p>;
  return (
    <div class="own-deposit">
      <p class="strong">{words.depositMissing(format.rupiah(missingRp), format.rupiah(requiredRp))}</p>
      <p class="small">{words.depositBinds}</p>
      <p class="buttons">
        <LinkButton href={`/tagihan/${openDueId}`}>{words.payDeposit(format.rupiah(missingRp))}</LinkButton>
      </p>
    </div>
  );
};
