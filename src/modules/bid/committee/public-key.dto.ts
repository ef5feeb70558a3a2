import { OneOf, Text } from '../../../platform/http/fields.js';
import { curves, type Curve } from '../../../seal/index.js';

const BASE64URL = /^[A-Za-z0-9_-]+$/;

export class PublicKeyBody {
  @OneOf(curves)
  curve: Curve;
  @Text({ min: 43, max: 87, pattern: BASE64URL, about: 'Base64url of the raw public key.' })
  key: string;
}
