import {
  during,
  inPath,
  members,
  narrowed,
  noted,
  signedIn,
  type AccessTable,
} from '../platform/auth/allow.js';
import { ANY_ADMINISTRATOR, ANY_ORGANISER, lot, OBSERVER } from './who.js';

export const allocationAccess: AccessTable = {
  'GET /api/v1/lots/:lotId/shares': narrowed('AllocationReader.sharePage', signedIn),
  'GET /api/v1/lots/:lotId/requests/:supplierId': noted(
    'supply request',
    ['supplierId'],
    during(
      lot,
      ['contracted', 'delivering', 'settled'],
      narrowed(
        'RequestController.show',
        members(
          ANY_ORGANISER,
          { kind: 'supplier', owner: inPath('supplierId') },
          OBSERVER,
          ANY_ADMINISTRATOR,
        ),
      ),
    ),
  ),
};
