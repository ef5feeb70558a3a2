import type { Pricing } from '../pool/pricing.js';
import type { PoolSide } from '../pool/side.js';

/** What became of a line's packs from a supplier. */
export interface SettledPart {
  readonly lineId: string;
  readonly supplierId: string;
  readonly zoneId: string;
  readonly maxLandedRp: number | null;
  readonly acceptedPacks: number;
  readonly invoicedRp: number;
  /** What the supplier (sell: the koperasi) billed for the accepted packs, without its fixed charge. */
  readonly billedRp: number;
  /** Of a sale: the part as it was priced, and accepted packs x the basis points of their grade. */
  readonly sold?: { readonly packs: number; readonly chargeRp: number; readonly worthBps?: number };
}

export interface LotToClose {
  /** Left out: buy. */
  readonly side?: PoolSide;
  readonly packSizeMilli: number;
  readonly pricing: Pricing;
  readonly parts: readonly SettledPart[];
  /** Fixed charges that were billed: of suppliers of whom anything was accepted. */
  readonly fixed: readonly { readonly supplierId: string; readonly amountRp: number }[];
}

export interface ClosedLine {
  readonly lineId: string;
  readonly acceptedPacks: number;
  readonly invoicedRp: number;
  /** What the line (sell: its buyers) pays in the end; the rest of what was invoiced is paid back. */
  readonly finalRp: number;
}

/** invoiced - credited + uncovered = billed + fees, always. */
export interface LotClosing {
  readonly invoicedRp: number;
  readonly billedRp: number;
  readonly feesRp: number;
  readonly creditedRp: number;
  /** What the organiser's equalisation account bears, since prices and limits are never exceeded. */
  readonly uncoveredRp: number;
  /** In the order of the parts. */
  readonly lines: readonly ClosedLine[];
}
