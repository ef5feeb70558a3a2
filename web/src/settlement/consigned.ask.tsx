import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { usePacks } from '../words/packs.js';
import { defineWords, useWords } from '../words/words.js';

const consignedWords = defineWords({
  id: {
    back: (buyer: string) => `Barang kembali dari ${buyer}`,
    backMore: (count: string) => `${count} kiriman barang kembali`,
    backNext: 'Sudah sampai atau belum? Tanpa jawaban Anda, barang itu dianggap terjual.',
    answer: 'Periksa dan jawab',
    left: 'Laporkan yang terjual',
    leftMore: (count: string) => `Laporkan yang terjual, ${count} titipan`,
    leftOf: (packs: string, goods: string) => `Sisa ${packs} ${goods}.`,
    leftNext: 'Yang tidak dilaporkan sampai hari terakhir dianggap terjual dan ditagih.',
    until: (time: string) => `Sampai ${time}`,
    tell: 'Buka titip jual',
  },
  en: {
    back: (buyer: string) => `Goods come back from ${buyer}`,
    backMore: (count: string) => `${count} returns of goods`,
    backNext: 'Are they here or not? Without your answer they count as sold.',
    answer: 'Look and answer',
    left: 'Tell what was sold',
    leftMore: (count: string) => `Tell what was sold, of ${count} consignments`,
    leftOf: (packs: string, goods: string) => `${packs} of ${goods} left.`,
    leftNext: 'What is not told of by the last day counts as sold and is billed.',
    until: (time: string) => `Until ${time}`,
    tell: 'Open the consignment',
  },
});

type One = View<'ConsignmentView'>;

/** When the last day is this near, what is not told of is soon billed. */
const SOON_MS = 3 * 24 * 3_600_000;

const isLeft = ({ lines }: One): boolean => lines.some(({ leftPacks }) => leftPacks > 0);
const comesBack = ({ returns }: One): boolean => returns.some(({ state }) => state === 'awaited');

/** Goods on consignment: what its supplier is to say of goods that come back, and its buyer of goods that are left. */
const ConsignedAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(consignedWords);
  const format = useFormat();
  const packs = usePacks();
  const isId = useLanguage() === 'id';
  const asked = useAsk(`asks:consigned:${party.partyId}`, async (api) => {
    const path = { partyId: party.partyId };
    const { data } = await dataOf(
      api.GET('/api/v1/parties/{partyId}/consignments', { params: { path, query: { limit: 200 } } }),
    );
    return data.filter(({ endedAt }) => endedAt === null);
  });
  const all = asked.state === 'done' ? asked.data : [];
  const returns = all.filter((one) => one.supplierId === party.partyId && comesBack(one));
  const left = all
    .filter((one) => one.buyerId === party.partyId && isLeft(one))
    .sort((a, b) => a.endsAt.localeCompare(b.endsAt));
  useCount(asked, returns.length + left.length, onCount);
  const [back] = returns;
  const [next] = left;
  const count = ({ length }: readonly One[]): string => format.number(length);
  return (
    <>
      {back !== undefined && (
        <AskCard
          icon="send"
          title={returns.length === 1 ? words.back(back.buyerName) : words.backMore(count(returns))}
          action={words.answer}
          href="/titip-jual"
          isUrgent
        >
          <p>{words.backNext}</p>
        </AskCard>
      )}
      {next !== undefined && (
        <AskCard
          icon="catalog"
          title={left.length === 1 ? words.left : words.leftMore(count(left))}
          due={words.until(format.dateTime(next.endsAt))}
          action={words.tell}
          href="/titip-jual"
          isUrgent={new Date(next.endsAt).getTime() < Date.now() + SOON_MS}
        >
          {left.length === 1 && (
            <p>
              {next.lines
                .filter(({ leftPacks }) => leftPacks > 0)
                .map(({ leftPacks, packCode, goodsId, goodsEn }) =>
                  words.leftOf(packs.count(leftPacks, packCode), isId ? goodsId : goodsEn),
                )
                .join(' ')}
            </p>
          )}
          <p>{words.leftNext}</p>
        </AskCard>
      )}
    </>
  );
};

export default ConsignedAsk;
