import { WORST } from '../zone.js';

/**
 * What a line can come to cost at most in whole rupiah, all the packs it would take at their worst price, rounded up:
 * an SQL expression over `commitment_line`, the same as core's `worstAmountRp`.
 */
export const LINE_WORST_RP = `div((commitment_line.quantity_packs + commitment_line.tolerance_packs)::numeric
  * (SELECT pack_size_milli FROM pool_item WHERE pool_item.id = commitment_line.item_id) * (${WORST}) + 999, 1000)`;

/**
 * Lines that ask for a deposit: a kitchen's requirement is put into a pool by the system, and its koperasi, which did
 * not order it, is not asked to pay before.
 */
export const ASKS_DEPOSIT = `commitment_line.requirement_line_id IS NULL`;

export const IS_RELEASED = `EXISTS (SELECT FROM released_line WHERE line_id = commitment_line.id)`;
