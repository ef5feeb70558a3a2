import type { Series } from '../parts/line-chart.js';

interface Offer {
  readonly supplierName: string;
  readonly terms: {
    readonly tiers: readonly { readonly fromPacks: number; readonly priceRpPerUnit: number }[];
  };
}

/** Beyond the last tier the drawing goes on a little, so that it is seen. */
const BEYOND = 1.25;

/** Promised prices over volume as steps, the ceiling as a line above; nothing to draw without a second tier. */
export const drawTiers = (
  offers: readonly Offer[],
  ceilingRp: number,
  committedPacks: number,
  ceilingName: string,
): readonly Series[] => {
  const ends = offers.flatMap(({ terms }) => terms.tiers.map(({ fromPacks }) => fromPacks));
  if (ends.length < 2) return [];
  const end = Math.ceil(Math.max(...ends, committedPacks) * BEYOND);
  return [
    {
      name: ceilingName,
      tone: 'limit',
      points: [
        [0, ceilingRp],
        [end, ceilingRp],
      ],
    },
    ...offers.map(({ supplierName, terms }, place): Series => {
      const last = terms.tiers.at(-1);
      return {
        name: supplierName,
        tone: place === 0 ? 'main' : 'other',
        shape: 'step',
        points: [
          ...terms.tiers.map(({ fromPacks, priceRpPerUnit }): [number, number] => [
            fromPacks,
            priceRpPerUnit,
          ]),
          [end, last?.priceRpPerUnit ?? ceilingRp],
        ],
      };
    }),
  ];
};
