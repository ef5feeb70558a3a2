import { Flag, Instant, Text, Whole } from '../../../platform/http/fields.js';

export class PayoutAccountRequest {
  @Text({ min: 8, max: 200, about: 'Key of the maker; never shown again.' })
  makerKey: string;
  @Text({ min: 8, max: 200, about: 'Key of the approver, another than the maker’s.' })
  approverKey: string;
  @Text({ min: 8, max: 200, about: 'Key that notifications are signed with.' })
  merchantKey: string;
}

export class PayoutAccountView {
  @Flag({ about: 'Whether payouts through Midtrans are set up.' })
  isSetUp: boolean;
  @Whole({ nullable: true, about: 'For If-Match.' })
  version: number | null;
  @Instant({ nullable: true })
  setAt: Date | null;
}
