import { Flag, Id, Ids, Instant, ListOf, Part, Text, Whole } from '../../../platform/http/fields.js';
import { HOLDERS } from '../../../seal/index.js';
import { PublicKeyBody } from './public-key.dto.js';

/** How far the key of a lot, or of a pool's terms, has come. */
export class CeremonyKeyView {
  @Id({ nullable: true, about: "Null: the key of suppliers' terms over all lots of the pool." })
  lotId: string | null;
  @Text({ nullable: true })
  commodityNameId: string | null;
  @Text({ nullable: true })
  commodityNameEn: string | null;
  @Id({ nullable: true, about: 'Null while it is not made.' })
  keyId: string | null;
  @Flag({ about: 'Whether its organiser is to make it now: nobody can bid before.' })
  waitsForKey: boolean;
  @Instant({ nullable: true, about: "The bids' deadline; null while no key is there, and of terms." })
  closesAt: Date | null;
  @Flag({ about: "Whether the deadline has passed, by the database's clock: its holders can open it." })
  isDue: boolean;
  @Flag()
  isReleased: boolean;
  @Ids({ max: HOLDERS, about: 'Holders who have begun an opening of it.' })
  begunBy: string[];
}

/** A committee with something to do for whoever asks. */
export class CommitteeDutyView {
  @Id()
  poolId: string;
  @Text()
  poolTitle: string;
  @Flag({ about: 'Whether you act for its organiser, who makes the keys.' })
  isOrganiser: boolean;
  @Flag({ about: 'Whether you hold a share.' })
  isHolder: boolean;
  @Flag({ about: 'Whether you have registered a key to hold shares by.' })
  hasOwnKey: boolean;
  @Whole({ about: 'Lots that nobody can bid on before their key is made.' })
  lotsWithoutKey: number;
  @Whole({ max: HOLDERS, about: 'Holders who have registered no key.' })
  holdersWithoutKey: number;
  @Whole({ about: 'Keys that are due and not released: their bids wait to be opened.' })
  keysDue: number;
}

/** Your key to hold shares by, as others see it. */
export class OwnKeyView {
  @Id()
  holderKeyId: string;
  @Part(() => PublicKeyBody)
  publicKey: PublicKeyBody;
  @Instant()
  madeAt: Date;
}

export class CommitteeDutiesView {
  @Part(() => OwnKeyView, { nullable: true, about: 'Your newest; null: you have registered none.' })
  ownKey: OwnKeyView | null;
  @ListOf(() => CommitteeDutyView)
  data: CommitteeDutyView[];
}
