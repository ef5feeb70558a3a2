import type { Setting } from './setting.js';

/** Settings of the payment gateway; which account money goes to, each collector says, not a setting. */
export const midtransSettings = {
  MIDTRANS_ENVIRONMENT: {
    kind: 'choice',
    choices: ['sandbox', 'production'],
    fallback: 'sandbox',
    about:
      "Which Midtrans is paid through: sandbox (play money) or production. Keys are each collector's own.",
    example: 'sandbox',
  },
  MIDTRANS_CORE_URL: {
    kind: 'url',
    protocols: ['http:', 'https:'],
    fallback: undefined,
    about:
      "Midtrans' Core API elsewhere, such as the local gateway's. Unset: what MIDTRANS_ENVIRONMENT says.",
    example: 'http://127.0.0.1:4600',
  },
  MIDTRANS_SNAP_URL: {
    kind: 'url',
    protocols: ['http:', 'https:'],
    fallback: undefined,
    about: "Midtrans' Snap API elsewhere. Unset: what MIDTRANS_ENVIRONMENT says.",
    example: 'http://127.0.0.1:4600/snap/v1',
  },
  MIDTRANS_IRIS_URL: {
    kind: 'url',
    protocols: ['http:', 'https:'],
    fallback: undefined,
    about: "Midtrans' payouts (Iris) elsewhere. Unset: what MIDTRANS_ENVIRONMENT says.",
    example: 'http://127.0.0.1:4600/iris/api/v1',
  },
  MIDTRANS_NOTIFY_URL: {
    kind: 'url',
    protocols: ['http:', 'https:'],
    fallback: undefined,
    about:
      "Where Midtrans sends the notifications of payments begun here. Unset: what each account's own settings name.",
    example: 'https://belanja.example/api/v1/gateway/notifications',
  },
  MIDTRANS_TIMEOUT_MS: {
    kind: 'whole',
    min: 100,
    max: 60_000,
    fallback: 10_000,
    about: 'Milliseconds a call to Midtrans may take in all; what came of a longer one is asked later.',
    example: '10000',
  },
  MIDTRANS_SANDBOX_SERVER_KEY: {
    kind: 'text',
    fallback: undefined,
    secret: true,
    about:
      'For `npm run gateway:check` only: the server key of a sandbox account of yours. Unset: it checks the local gateway.',
    example: 'SB-Mid-server-change-me',
  },
  PAYMENT_EXPIRY_MINUTES: {
    kind: 'whole',
    min: 1,
    max: 10_080,
    fallback: 1_440,
    about: 'Minutes in which a payment through the gateway waits for its payer.',
    example: '1440',
  },
} as const satisfies Readonly<Record<string, Setting>>;
