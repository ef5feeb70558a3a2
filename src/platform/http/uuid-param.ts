import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { refuseAccess } from '../auth/refusals.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What is no id names nothing: 404, the same answer as for an id that does not exist. */
const asUuid: PipeTransform<string, string> = {
  transform: (value) => {
    if (!uuid.test(value)) throw refuseAccess('NOT_FOUND');
    return value;
  },
};

/** An id in the path, checked before anything is asked of the database. */
export const UuidParam =
  (name: string): ParameterDecorator =>
  (target, key, index) => {
    Param(name, asUuid)(target, key, index);
    if (key !== undefined) {
      const descriptor = Object.getOwnPropertyDescriptor(target, key);
      if (descriptor) ApiParam({ name, schema: { type: 'string', format: 'uuid' } })(target, key, descriptor);
    }
  };
