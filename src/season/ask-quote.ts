import type { PoolAnswer, QuotedLineAnswer } from './demand-answers.js';
import { itemOf } from './open-pool.js';
import type { Scene } from './scene.js';

/** What a koperasi was told its order would cost, before it placed it. */
export type AskedQuote = QuotedLineAnswer & { readonly koperasiId: string };

/** One koperasi asks what it would pay at worst: what it is told binds, and is held against its invoices. */
export const askQuote = async ({ api, people, plan }: Scene, pool: PoolAnswer): Promise<AskedQuote> => {
  const { koperasi, packCode } = plan.quote;
  const officer = people.of(koperasi);
  const planned = plan.commitments.find((each) => each.koperasi === koperasi);
  const line = planned?.lines.find((each) => each.packCode === packCode);
  if (line === undefined) throw new Error(`${koperasi} orders no ${packCode}`);
  const { quantityPacks, tolerancePacks, maxLandedRp } = line;
  const path = `/pools/${pool.id}/quote`;
  const { data } = await api.call<{ data: QuotedLineAnswer[] }>(officer, 'POST', path, {
    body: {
      koperasiId: officer.partyId,
      lines: [{ itemId: itemOf(pool, packCode), quantityPacks, tolerancePacks, maxLandedRp }],
    },
  });
  const [quoted] = data;
  if (quoted === undefined) throw new Error(`${path} quoted nothing`);
  return { ...quoted, koperasiId: officer.partyId };
};
