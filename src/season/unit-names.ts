/** Base units (UN/CEFACT Rec 20) as people say them after a price. */
export const unitNames: Readonly<Record<string, string>> = { KGM: 'kg', LTR: 'l' };
