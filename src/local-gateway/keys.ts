/** A made-up merchant: its name is in its keys, so that whoever runs the gateway need not register anybody. */
export interface LocalKeys {
  readonly merchantId: string;
  readonly serverKey: string;
  readonly clientKey: string;
  readonly signatureKey: string;
  readonly irisMakerKey: string;
  readonly irisApproverKey: string;
  readonly irisMerchantKey: string;
}

/** `name`: letters and digits, at most 40. */
export const keysOf = (name: string): LocalKeys => ({
  merchantId: `GLOCAL-${name}`,
  serverKey: `SB-Mid-server-LOCAL-${name}`,
  clientKey: `SB-Mid-client-LOCAL-${name}`,
  signatureKey: `SB-Mid-server-LOCAL-${name}`,
  irisMakerKey: `IRIS-LOCAL-maker-${name}`,
  irisApproverKey: `IRIS-LOCAL-approver-${name}`,
  irisMerchantKey: `IRIS-LOCAL-merchant-${name}`,
});

const named = (form: RegExp, key: string): string | undefined => form.exec(key)?.[1];

/** The user name of HTTP Basic, the password being empty; undefined for anything else. */
const basicKey = (authorization: string | undefined): string | undefined => {
  const coded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(authorization ?? '')?.[1];
  if (coded === undefined) return undefined;
  const text = Buffer.from(coded, 'base64').toString('utf8');
  return text.endsWith(':') ? text.slice(0, -1) : undefined;
};

/** The merchant's name behind a server key. */
export const merchantOf = (authorization: string | undefined): string | undefined =>
  named(/^SB-Mid-server-LOCAL-([A-Za-z0-9]{1,40})$/, basicKey(authorization) ?? '');

/** The merchant's name behind a payout key of this role. */
export const payoutMerchantOf = (
  authorization: string | undefined,
  role: 'maker' | 'approver',
): string | undefined =>
  named(new RegExp(`^IRIS-LOCAL-${role}-([A-Za-z0-9]{1,40})$`), basicKey(authorization) ?? '');
