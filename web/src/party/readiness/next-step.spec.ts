import { isOpen, nextStep, placeOfStep, type Step } from './next-step.js';

const step = (code: Step['code'], state: Step['state'] = 'missing', rest: Partial<Step> = {}): Step => ({
  ...{ code, state, documentKind: null, titleId: null, titleEn: null },
  ...{ isRequired: false, reason: null, until: null, ...rest },
});

describe('the next step', () => {
  it('is what is required before what may follow', () => {
    const nib = step('document', 'refused', { isRequired: true, documentKind: 'nib' });
    expect(nextStep([step('contact'), nib], ['chair'])).toBe(nib);
    expect(placeOfStep(nib)).toBe('/dokumen#nib');
  });

  it('is one that the person can do', () => {
    const steps = [step('document'), step('second-person'), step('bank-account'), step('contact')];
    expect(nextStep(steps, ['officer'])?.code).toBe('document');
    expect(nextStep(steps, ['treasurer'])?.code).toBe('bank-account');
    expect(nextStep(steps, ['warehouse'])?.code).toBe('contact');
    expect(nextStep(steps, [])).toBeUndefined();
  });

  it('is none that waits for somebody else', () => {
    const waits = [step('document', 'waiting'), step('qualification'), step('bank-account', 'done')];
    expect(waits.filter(isOpen)).toEqual([]);
    expect(nextStep(waits, ['chair'])).toBeUndefined();
    expect(placeOfStep(step('qualification'))).toBeNull();
  });
});
