import { Transform } from 'class-transformer';
import {
  coverKinds,
  dueKinds,
  dueStates,
  type CoverKind,
  type DueKind,
  type DueState,
} from '../../core/payment/dues.js';
import {
  Flag,
  Id,
  Instant,
  ListOf,
  MAX_WHOLE,
  OneOf,
  Rupiah,
  Text,
  Whole,
  QueryFlag,
} from '../../platform/http/fields.js';
import { PageQuery, PageView } from '../../platform/http/page.js';
import { PAPER } from './open-due.dto.js';
import { channels, type Channel } from '../../platform/gateway/gateway.js';

export class DuesQuery extends PageQuery {
  @OneOf(dueKinds, { optional: true })
  kind?: DueKind;
  @OneOf(dueStates, { optional: true })
  state?: DueState;
  @OneOf(['payer', 'payee'], { optional: true, about: 'What you pay, or what you are paid.' })
  side?: 'payer' | 'payee';
  @QueryFlag({ optional: true, about: 'Open, and its day is over.' })
  overdue?: boolean;
}

export class DueView {
  @Id()
  id: string;
  @OneOf(dueKinds)
  kind: DueKind;
  @Id({ about: 'What it is for: the deposit, the payment request, the bill.' })
  subjectId: string;
  @Text({
    max: 20,
    about: 'What to write into a bank transfer, so that the payee’s statement tells what it was for.',
  })
  reference: string;
  @Id()
  payerId: string;
  @Text()
  payerName: string;
  @Id()
  payeeId: string;
  @Text()
  payeeName: string;
  @Id({ nullable: true })
  poolId: string | null;
  @Text({ nullable: true })
  poolTitle: string | null;
  @Text({ nullable: true, max: 300, about: PAPER })
  paper: string | null;
  @Rupiah()
  amountRp: number;
  @Rupiah({ min: 0 })
  coveredRp: number;
  @Rupiah({ min: 0 })
  openRp: number;
  @Instant({ nullable: true })
  dueAt: Date | null;
  @OneOf(dueStates)
  state: DueState;
  @Flag()
  isOverdue: boolean;
  @Instant()
  raisedAt: Date;
  @Instant({ nullable: true, about: 'When the last of it was paid, by the time of bank or gateway.' })
  settledAt: Date | null;
  @Instant({ nullable: true, about: 'From then on no bank takes it back.' })
  firmAt: Date | null;
  @Whole({ min: 1 })
  version: number;
}

export class DuePage extends PageView {
  @ListOf(() => DueView)
  data: DueView[];
}

export class CoverView {
  @OneOf(coverKinds)
  kind: CoverKind;
  @Rupiah({ min: -MAX_WHOLE })
  amountRp: number;
  @Id({ about: 'The payment, transfer, deposit, credit or payout.' })
  sourceId: string;
  @Instant()
  paidAt: Date;
  @Instant()
  firmAt: Date;
}

export class DueDetailView extends DueView {
  @ListOf(() => CoverView)
  covers: CoverView[];
}

export class ChannelView {
  @OneOf(channels)
  channel: Channel;
  @Rupiah({ min: 0, about: 'What the gateway keeps; borne by who is paid.' })
  feeRp: number;
  @Rupiah({ about: 'What you pay.' })
  totalRp: number;
  @Rupiah({ min: 0 })
  minRp: number;
  @Rupiah()
  maxRp: number;
  @Flag({ about: 'Whether it takes this amount.' })
  isOpen: boolean;
  @Text({ nullable: true, max: 400, about: 'Why it does not, and what does.' })
  reasonId: string | null;
  @Text({ nullable: true, max: 400 })
  reasonEn: string | null;
}

export class ChannelsQuery {
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
  )
  @Rupiah({
    optional: true,
    about: 'Of several dues paid together: their sum. Left out: what is open of this one.',
  })
  amountRp?: number;
}

export class ChannelsView {
  @Id()
  dueId: string;
  @Rupiah({ min: 0 })
  openRp: number;
  @ListOf(() => ChannelView, {
    about: 'Empty: its payee has no account with the gateway; pay by bank transfer.',
  })
  channels: ChannelView[];
}
