import { fillWords, type Language } from '../kernel/words.js';
import type { PoolSide } from '../pool/side.js';
import { explanationWords, explanationWordsOfSale } from './explanation-words.js';
import type { Explanation, ExplainedLine } from './explanation.js';

const speak =
  (side: PoolSide, language: Language) =>
  (key: keyof typeof explanationWords, params: Parameters<typeof fillWords>[2] = {}): string =>
    fillWords(
      (side === 'sell' ? explanationWordsOfSale[key] : undefined) ?? explanationWords[key],
      language,
      params,
    );

type Say = ReturnType<typeof speak>;

const writeWinner = (say: Say, line: ExplainedLine): string[] => {
  const { surchargeRp, freightRp, taxRp, fixedRp } = line;
  const isPlain = surchargeRp + freightRp + taxRp + fixedRp === 0;
  const head = say('winner', {
    name: line.supplierName,
    packs: line.packs,
    tier: line.tierNo,
    price: line.priceRpPerUnit,
    amount: line.amountRp,
  });
  const besides = say('besides', {
    surcharge: surchargeRp,
    freight: freightRp,
    tax: taxRp,
    fixed: fixedRp,
  });
  const zones = line.zones.map(({ zoneCode, packs, amountRp }) =>
    say('zone', { zone: zoneCode, packs, amount: amountRp }),
  );
  return [`- ${head}`, ...(isPlain ? [] : [`  ${besides}`]), ...zones.map((zone) => `  ${zone}`)];
};

const writeTolerance = (say: Say, { tolerance }: Explanation): string[] => {
  if (tolerance === null) return [];
  const { packs, amountRp, plain } = tolerance;
  const extra = packs - plain.packs;
  if (plain.packs === 0) return [say('toleratedFirst', { extra })];
  return [
    say('tolerated', { extra, plainPacks: plain.packs, plain: plain.amountRp, packs, amount: amountRp }),
  ];
};

const writeLeftOut = (say: Say, { leftOut, unweighed }: Explanation, language: Language): string[] => [
  ...leftOut.map(
    (line) => `- ${say('out', { who: line.draw.slice(0, 12), asked: line.askedPacks, why: line[language] })}`,
  ),
  ...(unweighed > 0 ? [say('unweighed', { count: unweighed })] : []),
];

const writeHead = (say: Say, of: Explanation): string[] => {
  const others = of.groupLotIds.filter((lotId) => lotId !== of.lotId);
  const isPlain = of.totalRp === of.costRp;
  return [
    say('title', { lot: of.lotId, pack: of.packCode }),
    '',
    say('demand', { demand: of.demandPacks, awarded: of.awardedPacks, unserved: of.unservedPacks }),
    say('cost', { cost: of.costRp }),
    ...(of.clearingRpPerUnit === null
      ? []
      : [say('clearing', { clearing: of.clearingRpPerUnit, floor: of.ceilingRpPerUnit })]),
    ...(isPlain
      ? []
      : [
          say('compared', {
            total: of.totalRp,
            penalty: of.penaltyRp,
            missing: of.missingSuppliersRp,
            terms: of.termsRp,
          }),
        ]),
    of.gapPpm === 0 ? say('optimal') : say('gap', { bound: of.boundRp, gap: of.gapPpm }),
    ...(others.length > 0 ? [say('together', { lots: others.join(', ') })] : []),
    ...(of.leftPacks > 0 ? [say('keptOut', { left: of.leftPacks })] : []),
    ...writeTolerance(say, of),
    ...(of.missingSuppliers > 0 ? [say('missing', { count: of.missingSuppliers })] : []),
  ];
};

const writeSingle = (say: Say, { bestSingle, savedRp }: Explanation): string[] => {
  if (bestSingle === null) return [say('nobody')];
  const { line, unservedPacks, supplierName } = bestSingle;
  return [
    say('best', {
      name: supplierName,
      packs: line.packs,
      amount: line.amountRp,
      unserved: unservedPacks,
    }),
    savedRp === null ? say('served') : say('saved', { saved: savedRp }),
  ];
};

/**
 * An award's explanation as a page of plain text, in one language: what it costs, who won and why not with
 * one supplier, what each limit costs, why each other bid lost, what each koperasi saves.
 */
export const writeExplanation = (of: Explanation, language: Language): string => {
  const say = speak(of.side, language);
  const orNobody = (lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? lines : [say('nobody')];
  const lines = [
    ...writeHead(say, of),
    '',
    say('winners'),
    ...orNobody(of.lines.flatMap((line) => writeWinner(say, line))),
    '',
    say('single'),
    ...writeSingle(say, of),
    '',
    say('limits'),
    ...orNobody(of.constraints.map((constraint) => `- ${constraint[language]}`)),
    ...(of.unpricedConstraints > 0 ? [say('unpriced', { count: of.unpricedConstraints })] : []),
    '',
    say('losers'),
    ...orNobody(of.losers.map((loser) => `- ${loser.supplierName}: ${loser[language]}`)),
    '',
    say('leftOut'),
    ...orNobody(writeLeftOut(say, of, language)),
    '',
    say('koperasi'),
    say('against', { reference: of.referenceRpPerUnit }),
    ...orNobody(
      of.koperasi.map(
        (part) =>
          `- ${say('part', {
            who: part.koperasiId ?? part.draw.slice(0, 12),
            packs: part.packs,
            asked: part.askedPacks,
            amount: part.amountRp,
            saved: part.savedRp,
          })}`,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
};
