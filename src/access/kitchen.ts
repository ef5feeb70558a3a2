import {
  inPath,
  members,
  narrowed,
  ofRow,
  type AccessTable,
  type MemberRule,
} from '../platform/auth/allow.js';
import { ANY_ADMINISTRATOR, ANY_ORGANISER, OBSERVER, OFFICE } from './who.js';

const ownKitchen: MemberRule = { kind: 'kitchen', owner: inPath('kitchenId') };

const seen: readonly MemberRule[] = [
  ownKitchen,
  ANY_ORGANISER,
  OBSERVER,
  ANY_ADMINISTRATOR,
  { kind: 'koperasi', owner: ofRow('party', 'partner_koperasi_id', 'kitchenId') },
];

export const kitchenAccess: AccessTable = {
  'GET /api/v1/kitchens/:kitchenId/requirements': narrowed('KitchenReader.weeksFor', members(...seen)),
  'PUT /api/v1/kitchens/:kitchenId/requirements/:isoWeek': members({ ...ownKitchen, roles: OFFICE }),
  'POST /api/v1/kitchens/:kitchenId/requirements/:isoWeek/publish': members({ ...ownKitchen, roles: OFFICE }),
  'GET /api/v1/kitchens/:kitchenId/requirements/:isoWeek': narrowed(
    'KitchenReader.requirementFor',
    members(...seen),
  ),
};
