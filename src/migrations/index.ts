import { Platform1790000000010 } from './1790000000010-platform.js';
import { Party1790000000020 } from './1790000000020-party.js';
import { Ledger1790000000030 } from './1790000000030-ledger.js';
import { Catalog1790000000040 } from './1790000000040-catalog.js';
import { Kitchen1790000000050 } from './1790000000050-kitchen.js';
import { Pool1790000000060 } from './1790000000060-pool.js';
import { Lot1790000000070 } from './1790000000070-lot.js';
import { Bid1790000000080 } from './1790000000080-bid.js';
import { Award1790000000090 } from './1790000000090-award.js';
import { Allocation1790000000100 } from './1790000000100-allocation.js';
import { Delivery1790000000110 } from './1790000000110-delivery.js';
import { Settlement1790000000120 } from './1790000000120-settlement.js';
import { Monitoring1790000000130 } from './1790000000130-monitoring.js';
import { AwardTerms1790000000210 } from './1790000000210-award-terms.js';
import { Pricing1790000000220 } from './1790000000220-pricing.js';
import { Offer1790000000230 } from './1790000000230-offer.js';
import { Quote1790000000240 } from './1790000000240-quote.js';
import { Distribution1790000000250 } from './1790000000250-distribution.js';
import { Happening1790000000260 } from './1790000000260-happening.js';
import { Rescue1790000000261 } from './1790000000261-rescue.js';
import { Steps1790000000270 } from './1790000000270-steps.js';
import { SupplierIndexes1790000000280 } from './1790000000280-supplier-indexes.js';
import { Consumer1790000000281 } from './1790000000281-consumer.js';
import { AwardShares1790000000290 } from './1790000000290-award-shares.js';
import { Sell1790000000300 } from './1790000000300-sell.js';
import { Statements1790000000310 } from './1790000000310-statements.js';
import { Bounds1790000000320 } from './1790000000320-bounds.js';
import { Principal1790000000330 } from './1790000000330-principal.js';
import { WallsPeople1790000000340 } from './1790000000340-walls-people.js';
import { WallsPool1790000000341 } from './1790000000341-walls-pool.js';
import { WallsAward1790000000342 } from './1790000000342-walls-award.js';
import { WallsGoods1790000000343 } from './1790000000343-walls-goods.js';
import { LotRole1790000000344 } from './1790000000344-lot-role.js';
import { People1790000000350 } from './1790000000350-people.js';
import { Joining1790000000360 } from './1790000000360-joining.js';
import { Documents1790000000361 } from './1790000000361-documents.js';
import { Decisions1790000000362 } from './1790000000362-decisions.js';
import { PersonalData1790000000363 } from './1790000000363-personal-data.js';
import { SuspendedBids1790000000364 } from './1790000000364-suspended-bids.js';
import { HolderKey1790000000370 } from './1790000000370-holder-key.js';
import { PoolSeal1790000000375 } from './1790000000375-pool-seal.js';
import { SealedBid1790000000376 } from './1790000000376-sealed-bid.js';
import { SealPromises1790000000377 } from './1790000000377-seal-promises.js';
import { Committee1790000000389 } from './1790000000389-committee.js';
import { AuditChain1790000000390 } from './1790000000390-audit-chain.js';
import { Idempotency1790000000400 } from './1790000000400-idempotency.js';
import { Promises1790000000415 } from './1790000000415-promises.js';
import { WallsWrite1790000000430 } from './1790000000430-walls-write.js';
import { WallsActing1790000000440 } from './1790000000440-walls-acting.js';
import { AuditFormat1790000000441 } from './1790000000441-audit-format.js';
import { FunctionRights1790000000442 } from './1790000000442-function-rights.js';
import { TermsSight1790000000446 } from './1790000000446-terms-sight.js';
import { Dues1790000000500 } from './1790000000500-dues.js';
import { LedgerDays1790000000501 } from './1790000000501-ledger-days.js';
import { LedgerHolds1790000000502 } from './1790000000502-ledger-holds.js';
import { LedgerChecks1790000000503 } from './1790000000503-ledger-checks.js';
import { Patronage1790000000504 } from './1790000000504-patronage.js';
import { GatewayAccount1790000000510 } from './1790000000510-gateway-account.js';
import { Payment1790000000511 } from './1790000000511-payment.js';
import { GatewayNotification1790000000512 } from './1790000000512-gateway-notification.js';
import { Suspense1790000000513 } from './1790000000513-suspense.js';
import { Refund1790000000514 } from './1790000000514-refund.js';
import { Deposits1790000000520 } from './1790000000520-deposits.js';
import { Exposure1790000000521 } from './1790000000521-exposure.js';
import { CreditTerms1790000000522 } from './1790000000522-credit-terms.js';
import { Release1790000000530 } from './1790000000530-release.js';
import { LegalFacts1790000000531 } from './1790000000531-legal-facts.js';
import { Tax1790000000532 } from './1790000000532-tax.js';
import { Payouts1790000000540 } from './1790000000540-payouts.js';
import { PayoutGateway1790000000541 } from './1790000000541-payout-gateway.js';
import { Orders1790000000550 } from './1790000000550-orders.js';
import { Bills1790000000551 } from './1790000000551-bills.js';
import { ChargeParts1790000000552 } from './1790000000552-charge-parts.js';
import { Withholding1790000000553 } from './1790000000553-withholding.js';
import { TransferProofs1790000000560 } from './1790000000560-transfer-proofs.js';
import { SuspenseEnds1790000000561 } from './1790000000561-suspense-ends.js';
import { DocumentExpiry1790000000570 } from './1790000000570-document-expiry.js';
import { SessionDevice1790000000574 } from './1790000000574-session-device.js';
import { PartyPhone1790000000575 } from './1790000000575-party-phone.js';
import { EnteredOrders1790000000580 } from './1790000000580-entered-orders.js';
import { SuspenseOfEachPayment1790000000590 } from './1790000000590-suspense-of-each-payment.js';
import { DueOnItsWay1790000000591 } from './1790000000591-due-on-its-way.js';
import { BillDifferences1790000000592 } from './1790000000592-bill-differences.js';
import { RefundSums1790000000600 } from './1790000000600-refund-sums.js';
import { PayoutReturns1790000000601 } from './1790000000601-payout-returns.js';
import { Consignment1790000000602 } from './1790000000602-consignment.js';
import { Drafts1790000000610 } from './1790000000610-drafts.js';
import { OrganisersDecide1790000000611 } from './1790000000611-organisers-decide.js';
import { PaymentMerchant1790000000620 } from './1790000000620-payment-merchant.js';
import { LedgerAccounts1790000000630 } from './1790000000630-ledger-accounts.js';
import { FormerGatewayKeys1790000000640 } from './1790000000640-former-gateway-keys.js';
import { PriceSource1790000000650 } from './1790000000650-price-source.js';
import { WithholdingSlips1790000000660 } from './1790000000660-withholding-slips.js';
import { InvoiceFreight1790000000661 } from './1790000000661-invoice-freight.js';
import { PromisedTerms1790000000662 } from './1790000000662-promised-terms.js';
import { PaymentOutcomes1790000000665 } from './1790000000665-payment-outcomes.js';
import { FormerPayoutKeys1790000000666 } from './1790000000666-former-payout-keys.js';
import { DuePapers1790000000668 } from './1790000000668-due-papers.js';

/** Every migration in the order it runs: one per stage, in the order of flow.json where keys allow. */
export const migrations = [
  Platform1790000000010,
  Party1790000000020,
  Ledger1790000000030,
  Catalog1790000000040,
  Kitchen1790000000050,
  Pool1790000000060,
  Lot1790000000070,
  Bid1790000000080,
  Award1790000000090,
  Allocation1790000000100,
  Delivery1790000000110,
  Settlement1790000000120,
  Monitoring1790000000130,
  AwardTerms1790000000210,
  Pricing1790000000220,
  Offer1790000000230,
  Quote1790000000240,
  Distribution1790000000250,
  Happening1790000000260,
  Rescue1790000000261,
  Steps1790000000270,
  SupplierIndexes1790000000280,
  Consumer1790000000281,
  AwardShares1790000000290,
  Sell1790000000300,
  Statements1790000000310,
  Bounds1790000000320,
  Principal1790000000330,
  WallsPeople1790000000340,
  WallsPool1790000000341,
  WallsAward1790000000342,
  WallsGoods1790000000343,
  LotRole1790000000344,
  People1790000000350,
  Joining1790000000360,
  Documents1790000000361,
  Decisions1790000000362,
  PersonalData1790000000363,
  SuspendedBids1790000000364,
  HolderKey1790000000370,
  PoolSeal1790000000375,
  SealedBid1790000000376,
  SealPromises1790000000377,
  Committee1790000000389,
  AuditChain1790000000390,
  Idempotency1790000000400,
  Promises1790000000415,
  WallsWrite1790000000430,
  WallsActing1790000000440,
  AuditFormat1790000000441,
  FunctionRights1790000000442,
  TermsSight1790000000446,
  Dues1790000000500,
  LedgerDays1790000000501,
  LedgerHolds1790000000502,
  LedgerChecks1790000000503,
  Patronage1790000000504,
  GatewayAccount1790000000510,
  Payment1790000000511,
  GatewayNotification1790000000512,
  Suspense1790000000513,
  Refund1790000000514,
  Deposits1790000000520,
  Exposure1790000000521,
  CreditTerms1790000000522,
  Release1790000000530,
  LegalFacts1790000000531,
  Tax1790000000532,
  Payouts1790000000540,
  PayoutGateway1790000000541,
  Orders1790000000550,
  Bills1790000000551,
  ChargeParts1790000000552,
  Withholding1790000000553,
  TransferProofs1790000000560,
  SuspenseEnds1790000000561,
  DocumentExpiry1790000000570,
  SessionDevice1790000000574,
  PartyPhone1790000000575,
  EnteredOrders1790000000580,
  SuspenseOfEachPayment1790000000590,
  DueOnItsWay1790000000591,
  BillDifferences1790000000592,
  RefundSums1790000000600,
  PayoutReturns1790000000601,
  Consignment1790000000602,
  Drafts1790000000610,
  OrganisersDecide1790000000611,
  PaymentMerchant1790000000620,
  LedgerAccounts1790000000630,
  FormerGatewayKeys1790000000640,
  PriceSource1790000000650,
  WithholdingSlips1790000000660,
  InvoiceFreight1790000000661,
  PromisedTerms1790000000662,
  PaymentOutcomes1790000000665,
  FormerPayoutKeys1790000000666,
  DuePapers1790000000668,
];
