import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The revision of a standing offer that binds an item. */
@Entity('item_offer')
export class ItemOfferEntity {
  @PrimaryColumn('uuid') itemId: string;
  @PrimaryColumn('uuid') offerId: string;
  @Column('int') revision: number;
}

@Entity('item_guarantee')
export class ItemGuaranteeEntity {
  @PrimaryColumn('uuid') itemId: string;
  @PrimaryColumn('int') fromPacks: number;
  @Column('bigint') worstRpPerUnit: number;
}
