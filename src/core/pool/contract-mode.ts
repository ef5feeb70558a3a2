import { refuseDraft } from './draft-refusals.js';

/** `direct`: each supplier sells to each koperasi; `secondary`: to the organiser, who sells to the koperasi. */
export const contractModes = ['direct', 'secondary'] as const;
export type ContractMode = (typeof contractModes)[number];

/**
 * Who buys and sells in its own name must be somebody before the law: a forum coordinates, and no more.
 *
 * @throws Refusal CONTRACT_MODE_NEEDS_LEGAL_ENTITY.
 */
export const declareContractMode = (mode: ContractMode, isLegalEntity: boolean): void => {
  if (mode === 'secondary' && !isLegalEntity)
    throw refuseDraft('CONTRACT_MODE_NEEDS_LEGAL_ENTITY', {}, 'contractMode');
};
