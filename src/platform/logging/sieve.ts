const CUT = '***';

/** Whatever the place, what stands under these keys never reaches a log line. */
export const secretKeys = [
  ...[
    'authorization',
    'proxy-authorization',
    'cookie',
    'set-cookie',
    'password',
    'passwordHash',
    'newPassword',
  ],
  ...[
    'oldPassword',
    'currentPassword',
    'token',
    'tokenHash',
    'bearer',
    'secret',
    'totp',
    'totpCode',
    'totpSecret',
  ],
  ...['otp', 'otpauth', 'oneTimeCode', 'resetCode', 'recoveryCode', 'inviteCode', 'passphrase', 'privateKey'],
  ...['serverKey', 'clientKey', 'signatureKey', 'irisKey', 'merchantKey', 'approverKey', 'makerKey'],
  ...['dataKey', 'openingKey', 'share', 'shares', 'connectionString', 'connectionUri', 'OPENING_KEY'],
  ...['DATABASE_URL', 'DATABASE_WORKER_URL', 'DATABASE_MIGRATE_URL', 'DATABASE_AUDITOR_URL', 'REDIS_URL'],
];

const isSecret = (key: string): boolean => lowerKeys.has(key.toLowerCase());
const lowerKeys = new Set(secretKeys.map((key) => key.toLowerCase()));

/** No log line of ours nests half as deep; what is a ring ends here. */
const DEEPEST = 12;

/** The fields of a log line without what stands under a secret key, however deep; errors are told by their serializer. */
export const withoutSecrets = (value: unknown, depth = 0): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Date)
    return value;
  if (depth >= DEEPEST) return CUT;
  if (Array.isArray(value)) return value.map((entry) => withoutSecrets(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      isSecret(key) ? CUT : withoutSecrets(entry, depth + 1),
    ]),
  );
};

/** A value under a secret key in text that is JSON, such as a body that a message quotes. */
const underKey = new RegExp(`("(?:${secretKeys.join('|')})":\\s*)(?:"(?:[^"\\\\]|\\\\.)*"|[\\w.+-]+)`, 'gi');

/** The same where JSON stands within a text of JSON, its quotes escaped. */
const withinText = new RegExp(`(\\\\"(?:${secretKeys.join('|')})\\\\":\\s*)\\\\".*?\\\\"`, 'gi');

/** `password=…`, as it stands in forms, addresses and settings. */
const assigned = new RegExp(`\\b((?:${secretKeys.join('|')})=)[^\\s&"\\\\]+`, 'gi');

/** Secrets known by their form, in whatever text they stand. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/:\/\/[^/@\s"\\]+@/g, `://${CUT}@`],
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{4,}/gi, `$1 ${CUT}`],
  [/otpauth:\/\/[^\s"\\]+/gi, `otpauth://${CUT}`],
  [/\$argon2[a-z]*\$[^\s"\\]+/gi, CUT],
];

/**
 * Cuts secrets out of a finished log line, wherever in it they stand: the last thing before it is written, so that
 * no serializer, library or message can bring one past it. What it cannot know are secrets in plain sentences; no
 * request's body, head or query is ever logged.
 */
export const sieve = (line: string): string => {
  const keyed = line.replace(underKey, `$1"${CUT}"`).replace(withinText, `$1\\"${CUT}\\"`);
  return forms.reduce((text, [form, cut]) => text.replace(form, cut), keyed.replace(assigned, `$1${CUT}`));
};
