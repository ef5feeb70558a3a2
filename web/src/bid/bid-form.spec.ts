import { bodyOf, drawNonce, emptyBid } from './bid-form.js';

describe('a bid being written', () => {
  const priced = { ...emptyBid(70), tiers: [{ fromPacks: 1, priceRpPerUnit: 12_500 }] };

  it('is sent only when its prices are written and rise in packs', () => {
    expect(bodyOf(emptyBid(70))).toBeNull();
    expect(bodyOf(priced)).toMatchObject({ capacityPacks: 70, minimumPacks: 0, paymentDays: 0 });
    expect(bodyOf({ ...priced, tiers: [...priced.tiers, ...priced.tiers] })).toBeNull();
    expect(bodyOf({ ...priced, capacityPacks: null })).toBeNull();
  });

  it('draws nonces as the server takes them', () => {
    for (let draw = 0; draw < 50; draw += 1)
      expect(drawNonce()).toMatch(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
  });
});
