import { refuseKitchen } from './refusals.js';

export type RequirementState = 'draft' | 'published';

/** A draft may be written as often as its kitchen likes; what is published others build on. */
export const requireDraft = (state: RequirementState): void => {
  if (state === 'published') throw refuseKitchen('REQUIREMENT_ALREADY_PUBLISHED');
};

export interface PublishingKitchen {
  readonly isActive: boolean;
  readonly partnerKoperasiId: string | null;
}

/** A kitchen's week goes to its partner koperasi, who orders it with its own: no partner, nobody to order. */
export const publishRequirement = (
  requirement: { readonly state: RequirementState; readonly lineCount: number },
  kitchen: PublishingKitchen,
): void => {
  requireDraft(requirement.state);
  if (!kitchen.isActive) throw refuseKitchen('KITCHEN_SUSPENDED');
  if (kitchen.partnerKoperasiId === null) throw refuseKitchen('KITCHEN_WITHOUT_PARTNER');
  if (requirement.lineCount === 0) throw refuseKitchen('REQUIREMENT_WITHOUT_LINES');
};
