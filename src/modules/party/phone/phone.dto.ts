import { Text, Whole } from '../../../platform/http/fields.js';
import { NullOr } from '../../../platform/http/null-or.js';

export class PhoneRequest {
  @NullOr()
  @Text({ max: 40, example: '0812-3456-7890', about: 'As people write it; null takes it back.' })
  phone: string | null;
}

export class PhoneView {
  @Text({ nullable: true, max: 16, example: '+6281234567890', about: 'As it is dialled from anywhere.' })
  phone: string | null;
  @Whole({ nullable: true, about: 'For If-Match; null where none was ever given.' })
  version: number | null;
}
