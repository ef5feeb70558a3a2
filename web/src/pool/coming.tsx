import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { comingSteps, type ComingName } from './coming-steps.js';
import { deskWords } from './desk-words.js';
import type { Pool } from './use-pool.js';

/** Who is named to take a step, and who stands in; both null where nobody is named, or it is not told. */
interface Takers {
  readonly holder: string | null;
  readonly deputy: string | null;
}
const nobody: Takers = { holder: null, deputy: null };

/** The people whom the organiser's pool names, by step. */
const useTakers = (poolId: string): ((step: ComingName) => Takers) => {
  const partyId = actingParty()?.partyId ?? '';
  const asked = useAsk(`takers:${poolId}`, async (api) => {
    const [named, { data: people }] = await Promise.all([
      dataOf(api.GET('/api/v1/pools/{poolId}/named-people', { params: { path: { poolId } } })),
      dataOf(api.GET('/api/v1/parties/{partyId}/people', { params: { path: { partyId } } })),
    ]);
    const nameOf = (id: string | null): string | null =>
      people.find(({ personId }) => personId === id)?.name ?? null;
    const takersOf = ({ holderId, deputyId }: typeof named.proposal): Takers => ({
      holder: nameOf(holderId),
      deputy: nameOf(deputyId),
    });
    return { proposal: takersOf(named.proposal), approval: takersOf(named.approval) };
  });
  return (step) =>
    asked.state === 'done' && (step === 'proposal' || step === 'approval') ? asked.data[step] : nobody;
};

/** What comes after the close and by when, who takes it, and who stands in. */
export const Coming = ({ pool }: { readonly pool: Pool }) => {
  const words = useWords(deskWords);
  const format = useFormat();
  const takersOf = useTakers(pool.id);
  return (
    <>
      <h2>{words.coming}</h2>
      <p>{words.comingText}</p>
      <ol class="coming">
        {comingSteps(pool).map(({ name, byMs, hasDeputy }) => {
          const by = new Date(byMs);
          const { holder, deputy } = takersOf(name);
          return (
            <li key={name}>
              <strong>{words[name]}</strong>
              <span>
                {format.day(by)}, {format.time(by)}
              </span>
              {hasDeputy !== null && (
                <span class="small">
                  {holder !== null && `${words.by(holder)} `}
                  {hasDeputy ? words.withDeputy(deputy) : words.withoutDeputy}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
};
