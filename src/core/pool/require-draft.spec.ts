import { requireDraft } from './require-draft.js';

describe('what is a draft’s alone', () => {
  it.each([
    ['draft', false, undefined],
    ['draft', true, 'DRAFT_DISCARDED'],
    ['open', false, 'POOL_ALREADY_OPEN'],
    ['closed', false, 'POOL_ALREADY_CLOSED'],
    ['settled', false, 'POOL_ALREADY_CLOSED'],
    ['cancelled', false, 'POOL_ALREADY_CLOSED'],
  ] as const)('%s, discarded: %s -> %s', (state, isDiscarded, code) => {
    const judged = expect(() => {
      requireDraft({ state, isDiscarded });
    });
    if (code === undefined) judged.not.toThrow();
    else judged.toThrow(code);
  });
});
