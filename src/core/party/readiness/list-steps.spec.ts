import fc from 'fast-check';
import { requiredKinds } from '../qualification/document-kinds.js';
import { listSteps, type PartySetUp, type ShownDocument } from './list-steps.js';

const fresh: PartySetUp = {
  ...{ kind: 'supplier', state: 'candidate', documents: [], accounts: [] },
  ...{ deciders: 1, approvers: 1, hasContact: false },
};
const shown = (kind: string, state: ShownDocument['state'], reason: string | null = null): ShownDocument => ({
  ...{ kind, state, reason },
});
const statesOf = (party: Partial<PartySetUp>): Record<string, string> =>
  Object.fromEntries(
    listSteps({ ...fresh, ...party }).map(({ code, documentKind, state }) => [documentKind ?? code, state]),
  );

describe('what a party still lacks', () => {
  it('is everything, of a supplier that has just come in', () => {
    expect(statesOf({})).toEqual({
      ...{ nib: 'missing', npwp: 'missing', 'bank-reference': 'missing', qualification: 'missing' },
      ...{ 'second-person': 'missing', 'bank-account': 'missing', contact: 'missing' },
    });
    expect(
      listSteps(fresh)
        .filter(({ isRequired }) => isRequired)
        .map(({ code }) => code),
    ).toEqual(['document', 'document', 'document', 'qualification']);
  });

  it('is the organiser’s word once all that is required is accepted', () => {
    const documents = requiredKinds.map((kind) => shown(kind, 'accepted'));
    expect(statesOf({ documents })).toMatchObject({ qualification: 'waiting', nib: 'done' });
    expect(statesOf({ documents, state: 'active' })).toMatchObject({ qualification: 'done' });
  });

  it('is a document that was refused, with why, or that has run out', () => {
    const documents = [shown('nib', 'refused', 'tidak terbaca'), shown('npwp', 'expired')];
    expect(statesOf({ documents })).toMatchObject({ nib: 'refused', npwp: 'expired' });
    expect(listSteps({ ...fresh, documents })[0]?.reason).toBe('tidak terbaca');
    expect(statesOf({ documents: [...documents, shown('nib', 'accepted')] })).toMatchObject({ nib: 'done' });
  });

  it('is nothing required of a koperasi, which may order at once', () => {
    const steps = listSteps({ ...fresh, kind: 'koperasi', state: 'active' });
    expect(steps.filter(({ isRequired }) => isRequired)).toEqual([]);
    expect(steps.map(({ code }) => code)).toContain('bank-account');
  });

  it('is where its money goes until an account is effective, and a second person to say so', () => {
    const until = new Date('2026-11-25T00:00:00Z');
    const account = (state: 'proposed' | 'cooling-off' | 'effective' | 'refused') => ({
      accounts: [{ state, effectiveFrom: state === 'cooling-off' ? until : null }],
    });
    expect(statesOf(account('proposed'))).toMatchObject({ 'bank-account': 'waiting' });
    expect(statesOf(account('refused'))).toMatchObject({ 'bank-account': 'missing' });
    expect(statesOf(account('effective'))).toMatchObject({ 'bank-account': 'done' });
    expect(listSteps({ ...fresh, ...account('cooling-off') }).find(({ until: at }) => at !== null)).toEqual(
      expect.objectContaining({ code: 'bank-account', until }),
    );
    expect(statesOf({ deciders: 2 })).toMatchObject({ 'second-person': 'done' });
    expect(statesOf({ deciders: 2, approvers: 0 })).toMatchObject({ 'second-person': 'missing' });
  });

  it('is only a way to be reached, of who watches', () => {
    expect(statesOf({ kind: 'observer', state: 'active' })).toEqual({ contact: 'missing' });
  });

  it('is never more after more was shown', () => {
    const kinds = fc.constantFrom('koperasi', 'supplier', 'carrier', 'kitchen', 'organiser', 'observer');
    const document = fc
      .tuple(
        fc.constantFrom(...requiredKinds),
        fc.constantFrom<ShownDocument['state'][]>('waiting', 'accepted', 'refused', 'expired'),
      )
      .map(([kind, state]) => shown(kind, state));
    fc.assert(
      fc.property(kinds, fc.array(document), fc.constantFrom(...requiredKinds), (kind, documents, more) => {
        const open = (of: readonly ShownDocument[]): number =>
          listSteps({ ...fresh, kind, documents: of }).filter(({ state }) => state !== 'done').length;
        expect(open([shown(more, 'accepted'), ...documents])).toBeLessThanOrEqual(open(documents));
      }),
    );
  });
});
