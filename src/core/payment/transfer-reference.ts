/**
 * What a payer writes into the text of a bank transfer so that a statement tells what it was for: `SPK` and the last
 * ten hexadecimal digits of the id of the due or payout (random ones, of a UUID version 7).
 *
 *   0193a8d5-7c00-7abc-8def-0123456789ab -> SPK23456789AB
 */
export const transferReference = (id: string): string =>
  `SPK${id.replaceAll('-', '').slice(-10).toUpperCase()}`;

/** Every reference that a text holds, blanks and dashes between its letters left out as banks put them in. */
export const referencesIn = (text: string): string[] => [
  ...new Set(
    text
      .toUpperCase()
      .replace(/[\s\-./]+/g, '')
      .match(/SPK[0-9A-F]{10}/g),
  ),
];
