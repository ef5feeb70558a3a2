import { Text } from '../../platform/http/fields.js';

/** The field in which a bidder may hand in the nonce of what is sealed; the last character holds four bits. */
export const Nonce = (): PropertyDecorator =>
  Text({
    optional: true,
    min: 43,
    max: 43,
    pattern: /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/,
    about:
      '32 random bytes in base64url, so that sending the same twice is sending it once; left out: drawn, and told in the receipt.',
  });
