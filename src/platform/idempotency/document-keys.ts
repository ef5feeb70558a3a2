import type { OpenAPIObject } from '@nestjs/swagger';
import type { KeyTable } from './key-table.js';

interface Operation {
  parameters?: object[];
  responses: Record<string, object>;
}

const header = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A new UUID per request, the same when it is sent again: it takes effect once, and the answer is given again for 14 days. / UUID baru untuk tiap permintaan, sama bila dikirim ulang: berlaku sekali saja.',
  schema: { type: 'string', minLength: 16, maxLength: 128 },
};
const replayed = {
  'Idempotency-Replayed': {
    description: '`true` when this is the answer to the request as it was sent before.',
    schema: { type: 'string', enum: ['true'] },
  },
};
const problem = {
  description: '',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
};

/** Says of each route whether it takes an Idempotency-Key, and what it then may answer. */
export const documentKeys = (document: OpenAPIObject, keys: KeyTable): void => {
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations as Record<string, Operation>)) {
      const rule = keys[`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`];
      if (rule === undefined || 'never' in rule) continue;
      operation.parameters = [...(operation.parameters ?? []), header];
      operation.responses['409'] ??= problem;
      operation.responses['422'] ??= problem;
      for (const [status, response] of Object.entries(operation.responses))
        if (status.startsWith('2')) operation.responses[status] = { ...response, headers: replayed };
    }
};
