import { refuseDraft } from './draft-refusals.js';

/** What comes of an item that still misses its minimum: bought at the tier reached, moved to other pools, given up. */
export const rescueEnds = ['go-on', 'merge', 'cancel'] as const;
export type RescueEnd = (typeof rescueEnds)[number];

/** What a pool declares, before it opens, for the case that a minimum is missed at its close. */
export interface RescueDeclaration {
  /** Seconds by which the pool is extended, once; null: not at all. */
  readonly extendByS: number | null;
  readonly otherwise: RescueEnd;
  /** Whether this pool takes in lines of others that missed theirs. */
  readonly acceptsMerged: boolean;
  readonly minimums: readonly { readonly packCode: string; readonly minimumPacks: number }[];
}

/** As the organiser asks for it. */
export interface RescueRequest {
  readonly extendByS?: number;
  readonly otherwise?: RescueEnd;
  readonly acceptsMerged?: boolean;
  readonly items?: readonly { readonly packCode: string; readonly minimumPacks: number }[];
}

/**
 * Judges what a pool declares. An extension or an end says nothing without a minimum that can be missed, and a
 * minimum says nothing without what follows from missing it.
 *
 *   declared                                  | rescue
 *   nothing                                   | go on, takes in nothing
 *   items: rice 100; otherwise: cancel        | fewer than 100 packs of rice: given up
 *   items: rice 100                           | RESCUE_WITHOUT_END
 *   extendByS: 86400                          | RESCUE_WITHOUT_MINIMUM
 */
export const declareRescue = (request: RescueRequest, packCodes: readonly string[]): RescueDeclaration => {
  const minimums = request.items ?? [];
  const isConditional = request.extendByS !== undefined || request.otherwise !== undefined;
  if (minimums.length === 0 && isConditional) throw refuseDraft('RESCUE_WITHOUT_MINIMUM', {}, 'rescue.items');
  if (minimums.length > 0 && request.otherwise === undefined)
    throw refuseDraft('RESCUE_WITHOUT_END', {}, 'rescue.otherwise');
  minimums.forEach(({ packCode }, place) => {
    const field = `rescue.items.${place}.packCode`;
    if (!packCodes.includes(packCode)) throw refuseDraft('RESCUE_PACK_UNKNOWN', { pack: packCode }, field);
    if (minimums.findIndex((other) => other.packCode === packCode) < place)
      throw refuseDraft('PACK_TWICE', { pack: packCode }, field);
  });
  return {
    extendByS: request.extendByS ?? null,
    otherwise: request.otherwise ?? 'go-on',
    acceptsMerged: request.acceptsMerged ?? false,
    minimums,
  };
};
