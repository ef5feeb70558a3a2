import type { View } from '../../api/api.js';

export type Step = View<'ReadinessStepView'>;

/** Who does what about a step; a contact is everybody's own. */
const doers: Readonly<Record<Step['code'], readonly string[]>> = {
  document: ['officer', 'chair'],
  qualification: [],
  'second-person': ['chair'],
  'bank-account': ['officer', 'treasurer', 'chair'],
  contact: ['officer', 'treasurer', 'chair', 'warehouse', 'viewer'],
};

/** Whether a step waits for somebody of the party, and not for the organiser or for time to pass. */
export const isOpen = ({ state, code }: Pick<Step, 'state' | 'code'>): boolean =>
  state !== 'done' && state !== 'waiting' && code !== 'qualification';

/** Whether somebody with these roles can do it. */
export const canDo = ({ code }: Pick<Step, 'code'>, roles: readonly string[]): boolean =>
  doers[code].some((role) => roles.includes(role));

/** The step to be done first by somebody with these roles: what is required before what may follow. */
export const nextStep = (steps: readonly Step[], roles: readonly string[]): Step | undefined => {
  const own = steps.filter((step) => isOpen(step) && canDo(step, roles));
  return own.find(({ isRequired }) => isRequired) ?? own[0];
};

/** Where a step is done. */
export const placeOfStep = ({ code, documentKind }: Pick<Step, 'code' | 'documentKind'>): string | null => {
  switch (code) {
    case 'document':
      return `/dokumen#${documentKind ?? ''}`;
    case 'second-person':
      return '/orang';
    case 'bank-account':
      return '/rekening-bank';
    case 'contact':
      return '/akun/kontak';
    case 'qualification':
      return null;
  }
};
