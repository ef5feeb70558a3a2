/**
 * Where a purchase order stands, which is where its drop stands: released (`issued`); a payment was taken back or the
 * drop has grown and is not paid for (`held`); left (`under-way`); counted at the gate (`fulfilled`).
 */
export const orderStates = ['issued', 'held', 'under-way', 'fulfilled'] as const;
export type OrderState = (typeof orderStates)[number];
