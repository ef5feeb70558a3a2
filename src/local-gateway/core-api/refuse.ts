import { randomUUID } from 'node:crypto';
import type { Told } from './tell-transaction.js';

/** An answer: most refusals of the Core API come as HTTP 200 with the code in the body. */
export interface Said {
  readonly status: number;
  readonly body: Told;
}

export const said = (body: Told): Said => ({ status: 200, body });

const messages = {
  '400': 'One or more parameters in the payload is invalid.',
  '401': 'Transaction cannot be authorized with the current client/server key.',
  '402': 'Payment channel is not activated.',
  '404': "Transaction doesn't exist.",
  '406':
    'The request could not be completed due to a conflict with the current state of the target resource, please try again',
  '412': 'Transaction status cannot be updated.',
  '414': 'Refund amount is above what is left.',
} as const;

export const refuse = (code: keyof typeof messages, validation: readonly string[] = []): Said => ({
  status: code === '401' ? 401 : 200,
  body: {
    status_code: code,
    status_message: messages[code],
    ...(validation.length === 0 ? {} : { validation_messages: validation }),
    id: randomUUID(),
  },
});
