import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('unit')
export class UnitEntity {
  @PrimaryColumn('text') code: string;
  @Column('text') nameEn: string;
  @Column('text') nameId: string;
  @Column('text') dimension: string;
  @Column('double precision', { nullable: true }) factorToBase: number | null;
  @Column('text') note: string;
}

@Entity('commodity')
export class CommodityEntity {
  @PrimaryColumn('text') code: string;
  @Column('text') nameId: string;
  @Column('text') nameEn: string;
  @Column('text') baseUnit: string;
  @Column('text', { nullable: true }) hs6: string | null;
  @Column('text', { nullable: true }) cpc21: string | null;
  @Column('text') class: string;
  @Column('text') ppn: string;
  @Column('text', { nullable: true }) priceRef: string | null;
  @Column('text') storage: string;
  @Column('boolean') isBiddable: boolean;
  @Column('text') note: string;
}

@Entity('pack')
export class PackEntity {
  @PrimaryColumn('text') code: string;
  @Column('text') commodityCode: string;
  @Column('text') unitCode: string;
  @Column('bigint') sizeMilli: number;
  @Column('text') nameId: string;
  @Column('text') nameEn: string;
}

@Entity('price_reference')
export class PriceReferenceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') commodity: string;
  @Column('text') kind: string;
  @Column('text') level: string;
  @Column('text') zone: string;
  @Column('bigint', { nullable: true }) minRp: number | null;
  @Column('bigint') maxRp: number;
  @Column('text') unitCode: string;
  @Column('date') validFrom: string;
  @Column('text') source: string;
  @Column('text', { nullable: true }) sourceEn: string | null;
}
