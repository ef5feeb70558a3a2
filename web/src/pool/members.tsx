import { Badge } from '../parts/badge.js';
import { Empty } from '../parts/asked.js';
import { Stat, Stats } from '../parts/stat.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { byDistrict, type Member, type Members } from './group-members.js';
import { manageWords } from './manage-words.js';
import type { Pool } from './use-pool.js';

/** How many are in, and how many owe a deposit. */
export const MemberStats = ({ of: { inIt, notYet, withoutDeposit } }: { readonly of: Members }) => {
  const words = useWords(manageWords);
  const format = useFormat();
  return (
    <Stats>
      <Stat figure={format.number(inIt.length)}>
        {words.ofAll(format.number(inIt.length + notYet.length))}
      </Stat>
      {withoutDeposit.length > 0 && (
        <Stat figure={format.number(withoutDeposit.length)}>{words.depositLeft}</Stat>
      )}
    </Stats>
  );
};

const useOrder = (pool: Pool) => {
  const packs = usePacks();
  const nameOf = useGoods();
  return (member: Member): string =>
    pool.items
      .flatMap((item) => {
        const count = member.packs.get(item.itemId) ?? 0;
        return count === 0 ? [] : [`${nameOf(item)} ${packs.count(count, item.packCode)}`];
      })
      .join(', ');
};

/** Who is in with what, and below who is not, by kecamatan. */
export const MemberList = ({ pool, of: members }: { readonly pool: Pool; readonly of: Members }) => {
  const words = useWords(manageWords);
  const format = useFormat();
  const orderOf = useOrder(pool);
  const asksDeposit = pool.deposit.rateBps > 0;
  return (
    <>
      {members.inIt.length === 0 ? (
        <Empty title={words.nobodyYet}>{pool.state === 'open' && words.nobodyYetText}</Empty>
      ) : (
        <details open={members.inIt.length <= 12}>
          <summary>{words.inItCount(format.number(members.inIt.length))}</summary>
          <ul class="send-list">
            {members.inIt.map((member) => (
              <li key={member.koperasiId}>
                <span>
                  <strong>{member.name}</strong> <span class="small">{member.district}</span>
                  <br />
                  {orderOf(member)}
                </span>
                {asksDeposit && member.missingRp > 0 && (
                  <Badge tone="waiting">{words.depositMissing(format.rupiah(member.missingRp))}</Badge>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {members.notYet.length === 0 ? (
        <p>{words.allIn}</p>
      ) : (
        <details>
          <summary>{words.notYet(format.number(members.notYet.length))}</summary>
          <dl class="reasons">
            {byDistrict(members.notYet).map(([district, own]) => (
              <div key={district}>
                <dt>{district}</dt>
                <dd>{own.map(({ name }) => name).join(', ')}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
};
