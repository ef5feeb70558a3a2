import type { View } from '../api/api.js';
import { formatOf } from '../words/format.js';
import type { Language } from '../words/language.js';
import { packWord } from '../words/packs.js';
import type { Pool } from './use-pool.js';

/** What a message tells: the pool as it stands at this moment. */
export interface DeskFacts {
  readonly pool: Pick<Pool, 'id' | 'title' | 'closesAt' | 'organiserName' | 'side' | 'deposit'>;
  readonly items: readonly Pick<
    View<'ItemMeterView'>,
    | 'commodityNameId'
    | 'commodityNameEn'
    | 'packCode'
    | 'baseUnit'
    | 'committedPacks'
    | 'guaranteedRpPerUnit'
    | 'ceilingRpPerUnit'
  >[];
  readonly inCount: number;
  readonly allCount: number;
  /** Where one orders. */
  readonly orderUrl: string;
}

const whenOf = ({ pool }: DeskFacts, language: Language): string => {
  const format = formatOf(language);
  return `${format.day(pool.closesAt)} ${language === 'id' ? 'pukul' : 'at'} ${format.time(pool.closesAt)}`;
};

/** One line for each item: how much is in, and which price is certain by now. */
const itemLines = ({ items, pool }: DeskFacts, language: Language): readonly string[] => {
  const format = formatOf(language);
  return items.map((item) => {
    const isId = language === 'id';
    const name = isId ? item.commodityNameId : item.commodityNameEn;
    const packs = `${format.number(item.committedPacks)} ${packWord(item.packCode, language, item.committedPacks)}`;
    const unit = format.unit(item.baseUnit);
    const limit = format.rupiah(item.ceilingRpPerUnit);
    if (pool.side === 'sell')
      return isId
        ? `- ${name}: ${packs}, paling rendah ${limit}/${unit}`
        : `- ${name}: ${packs}, at least ${limit}/${unit}`;
    if (item.guaranteedRpPerUnit === null)
      return isId
        ? `- ${name}: ${packs}, paling tinggi ${limit}/${unit}`
        : `- ${name}: ${packs}, at most ${limit}/${unit}`;
    const certain = format.rupiah(item.guaranteedRpPerUnit);
    return isId
      ? `- ${name}: ${packs}, sudah pasti paling tinggi ${certain}/${unit}`
      : `- ${name}: ${packs}, certain already at most ${certain}/${unit}`;
  });
};

const depositLine = ({ pool }: DeskFacts, language: Language): readonly string[] => {
  if (pool.deposit.rateBps === 0) return [];
  const share = formatOf(language).percent(pool.deposit.rateBps / 10_000);
  return [
    language === 'id'
      ? `Uang muka ${share} dibayar sebelum putaran ditutup.`
      : `A deposit of ${share} is paid before the pool closes.`,
  ];
};

/** A reminder for everybody, with the pool's facts. */
export const groupText = (facts: DeskFacts, language: Language): string => {
  const { number } = formatOf(language);
  const { pool, inCount, allCount, orderUrl } = facts;
  const head =
    language === 'id'
      ? [
          `*${pool.title}*`,
          `Ditutup ${whenOf(facts, language)}.`,
          `Sudah memesan: ${number(inCount)} dari ${number(allCount)} koperasi. Terkumpul:`,
        ]
      : [
          `*${pool.title}*`,
          `Closes ${whenOf(facts, language)}.`,
          `${number(inCount)} of ${number(allCount)} koperasi have ordered. Committed:`,
        ];
  const end =
    language === 'id'
      ? `Yang belum, silakan pesan di sini: ${orderUrl}`
      : `If you have not, please order here: ${orderUrl}`;
  return [
    ...head,
    ...itemLines(facts, language),
    ...depositLine(facts, language),
    end,
    pool.organiserName,
  ].join('\n');
};

/** A reminder for one koperasi that has ordered nothing yet. */
export const reminderText = (name: string, facts: DeskFacts, language: Language): string =>
  [
    language === 'id'
      ? `Yth. pengurus ${name}, ${facts.pool.title} ditutup ${whenOf(facts, language)} dan koperasi Anda belum memesan. Terkumpul sampai sekarang:`
      : `To ${name}: ${facts.pool.title} closes ${whenOf(facts, language)} and your koperasi has ordered nothing yet. Committed so far:`,
    ...itemLines(facts, language),
    ...depositLine(facts, language),
    language === 'id' ? `Pesan di sini: ${facts.orderUrl}` : `Order here: ${facts.orderUrl}`,
    facts.pool.organiserName,
  ].join('\n');

/** A reminder for one koperasi whose deposit is not all in. */
export const depositText = (
  name: string,
  missingRp: number,
  facts: DeskFacts,
  language: Language,
  depositUrl: string,
): string => {
  const amount = formatOf(language).rupiah(missingRp);
  return [
    language === 'id'
      ? `Yth. pengurus ${name}, terima kasih sudah memesan di ${facts.pool.title}. Uang muka masih kurang ${amount}. Mohon dibayar sebelum ${whenOf(facts, language)}; tanpa itu pesanan tidak ikut.`
      : `To ${name}: thank you for ordering in ${facts.pool.title}. ${amount} of the deposit is missing. Please pay before ${whenOf(facts, language)}; without it the order is not in.`,
    language === 'id' ? `Bayar di sini: ${depositUrl}` : `Pay here: ${depositUrl}`,
    facts.pool.organiserName,
  ].join('\n');
};

/** Opens WhatsApp with the message written, to a number where one is known; else its sender chooses there. */
export const whatsAppLink = (text: string, phone = ''): string =>
  `https://wa.me/${phone.replace('+', '')}?text=${encodeURIComponent(text)}`;
