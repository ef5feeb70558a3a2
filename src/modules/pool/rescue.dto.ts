import { rescueEnds, type RescueEnd } from '../../core/pool/declare-rescue.js';
import { Flag, Id, Instant, ListOf, OneOf, Packs, Text, Whole } from '../../platform/http/fields.js';

/** Thirty days. */
const LONGEST_EXTENSION_S = 2_592_000;

const aboutEnds =
  'What comes of an item that still misses its minimum. `go-on`: it is bought all the same, at the tier reached. ' +
  '`merge`: lines whose koperasi agreed move to another open pool of the same goods that takes them in; the others ' +
  'are released. `cancel`: its lines are released.';

export class ItemMinimumBody {
  @Text({ max: 60, about: "A pack among the pool's items.", example: 'BERAS-MEDIUM/XSA50' })
  packCode: string;

  @Packs({ about: 'Fewer than this, and the pool is rescued as declared.' })
  minimumPacks: number;
}

export class RescueBody {
  @Whole({
    optional: true,
    min: 1,
    max: LONGEST_EXTENSION_S,
    about: 'Seconds by which the pool is extended, once, when a minimum is missed at its time.',
  })
  extendByS?: number;

  @OneOf(rescueEnds, { optional: true, about: aboutEnds })
  otherwise?: RescueEnd;

  @Flag({
    optional: true,
    about: 'Whether lines of other pools that missed their minimum may move into this one; no when left out.',
  })
  acceptsMerged?: boolean;

  @ListOf(() => ItemMinimumBody, { optional: true, max: 50 })
  items?: ItemMinimumBody[];
}

export class ItemRescueView {
  @Id()
  itemId: string;
  @Packs()
  minimumPacks: number;
  @OneOf(['went-on', 'merged', 'cancelled'], { nullable: true, about: 'Null while it was not missed.' })
  outcome: string | null;
  @Packs({ min: 0, nullable: true, about: 'Committed when it was missed.' })
  committedPacks: number | null;
}

export class RescueView {
  @Whole({ min: 1, nullable: true })
  extendByS: number | null;
  @OneOf(rescueEnds, { about: aboutEnds })
  otherwise: RescueEnd;
  @Flag()
  acceptsMerged: boolean;
  @Instant({ nullable: true, about: 'When it was extended.' })
  extendedAt: Date | null;
  @Instant({ nullable: true, about: 'When it was to close before it was extended.' })
  wasToCloseAt: Date | null;
  @ListOf(() => ItemRescueView)
  items: ItemRescueView[];
}
