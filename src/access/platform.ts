import { anyone, members, type AccessTable } from '../platform/auth/allow.js';
import { ANY_ADMINISTRATOR } from './who.js';

export const platformAccess: AccessTable = {
  'GET /health/live': anyone,
  'GET /health/ready': anyone,
  'GET /audit': anyone,
  'GET /api/v1/audit/heads': anyone,
  'POST /api/v1/queue-board/visits': members(ANY_ADMINISTRATOR),
};
