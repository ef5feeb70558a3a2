import { Answered } from '../parts/asked.js';
import { useWords } from '../words/words.js';
import { CommittedBars } from './committed-bars.js';
import { MemberList, MemberStats } from './members.js';
import { manageWords } from './manage-words.js';
import { useMembers } from './use-members.js';
import type { Pool } from './use-pool.js';

/** Live commitments: how many are in, who is not, and how much per kecamatan. */
export const Committed = ({ pool }: { readonly pool: Pool }) => {
  const words = useWords(manageWords);
  const members = useMembers(pool);
  return (
    <>
      {pool.state === 'open' && <h2>{words.members}</h2>}
      <Answered of={members}>
        {(shown) => (
          <>
            <MemberStats of={shown} />
            <MemberList pool={pool} of={shown} />
          </>
        )}
      </Answered>
      <h2>{words.districts}</h2>
      <CommittedBars pool={pool} />
    </>
  );
};
