import { supplierClasses, type SupplierClass } from '../../core/party/class-supplier.js';
import { Id, Instant, OneOf, Text, Whole } from '../../platform/http/fields.js';

export class SupplierClassBody {
  @OneOf(supplierClasses, { about: 'A share of a lot can be kept for koperasi and small producers.' })
  supplierClass: SupplierClass;
  @Text({ max: 300, about: 'What it rests on, such as a letter of the dinas.' })
  basis: string;
}

export class SupplierClassView extends SupplierClassBody {
  @Id()
  supplierId: string;
  @Whole({ min: 1 })
  revision: number;
  @Instant()
  recordedAt: Date;
}
