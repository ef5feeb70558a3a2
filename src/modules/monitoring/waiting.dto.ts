import { Whole } from '../../platform/http/fields.js';

/** How many things of each kind wait for who asks, on behalf of one party; none of what they may not look at. */
export class WaitingView {
  @Whole({ about: 'Decisions that another of the party proposed.' })
  decisions: number;
  @Whole({ about: 'Committees that this person holds a share in, or whose keys the party makes.' })
  committees: number;
  @Whole({ about: 'Contracts that nobody has answered.' })
  contracts: number;
  @Whole({ about: 'Drops on their way to the party.' })
  arriving: number;
  @Whole({ about: 'Drops that the party may send off.' })
  sending: number;
  @Whole({
    about:
      "Bills that differ from what was ordered and received: the party's own, those to it, and of its pools.",
  })
  bills: number;
  @Whole({
    about:
      'Consignments of which the party has to say something: whether goods are back with it, or what was sold of those left.',
  })
  consigned: number;
  @Whole({ about: 'Open dues that the party pays.' })
  dues: number;
  @Whole({ about: 'Transfers to the party that their payers reported, and nobody has judged.' })
  claims: number;
  @Whole({ about: 'Orders that an organiser entered for the party.' })
  enteredOrders: number;
}
