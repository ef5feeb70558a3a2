import type { View } from '../api/api.js';
import { LinkButton } from '../parts/button.js';
import { Answered } from '../parts/asked.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { EntryStatus } from '../offline/entry-state.js';
import { lastErrandAbout } from '../offline/use-errand.js';
import { OwnDeposit } from './own-deposit.js';
import { KitchenLines } from './kitchen-lines.js';
import { isOwnLine } from './own-line.js';
import { useLines, type Pool } from './use-pool.js';
import { poolWords } from './words.js';

/** What my koperasi has ordered here so far, and the next step as the one main button. */
export const OwnOrder = ({
  pool,
  party,
}: {
  readonly pool: Pool;
  readonly party: View<'MembershipView'>;
}) => {
  const words = useWords(poolWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoods();
  const lines = useLines(pool.id, party.partyId);
  const isOpen = pool.state === 'open';
  const path = `/putaran/${pool.id}/pesan`;
  const waiting = lastErrandAbout(`pool:${pool.id}:${party.partyId}`);
  return (
    <section class="own-order">
      <h2>{words.ownOrder}</h2>
      {waiting !== undefined && waiting.state !== 'received' && <EntryStatus entry={waiting} />}
      <Answered of={lines}>
        {(all) => {
          const active = all.filter(({ state }) => state === 'active');
          return (
            <>
              {active.length === 0 && <p>{isOpen ? words.noOrderYet : words.noOrder}</p>}
              <ul class="order-lines">
                {active.filter(isOwnLine).map((line) => {
                  const item = pool.items.find(({ itemId }) => itemId === line.itemId);
                  return (
                    item !== undefined && (
                      <li key={line.id}>
                        <strong>{packs.count(line.quantityPacks, item.packCode)}</strong> {nameOf(item)}
                        <span class="small"> · {words.neededBy(format.day(line.neededBy))}</span>
                      </li>
                    )
                  );
                })}
              </ul>
              <KitchenLines pool={pool} lines={all} />
              {active.length > 0 && <OwnDeposit pool={pool} koperasiId={party.partyId} />}
              {!isOpen && active.length > 0 && (
                <p class="buttons">
                  <LinkButton href="/kiriman">{words.toDeliveries}</LinkButton>
                </p>
              )}
              {isOpen && (
                <p class="buttons">
                  <LinkButton href={path}>{active.length === 0 ? words.order : words.changeOrder}</LinkButton>
                </p>
              )}
            </>
          );
        }}
      </Answered>
    </section>
  );
};
