import type { Setting } from './setting.js';

/** How much one caller may ask for. */
export const limitSettings = {
  RATE_SIGN_INS: {
    kind: 'whole',
    min: 1,
    max: 10_000_000,
    fallback: 600,
    about:
      'Requests a minute from one address that sign in or prove without a session who asks; a whole village may share one address. Each HTTP process counts for itself, here and in the next six.',
    example: '600',
  },
  RATE_WRITES: {
    kind: 'whole',
    min: 1,
    max: 10_000_000,
    fallback: 3_000,
    about: 'Requests a minute of one signed-in person that change something.',
    example: '3000',
  },
  RATE_READS: {
    kind: 'whole',
    min: 1,
    max: 10_000_000,
    fallback: 6_000,
    about:
      'Requests a minute that look at something: of one signed-in person, or of all others at one address.',
    example: '6000',
  },
  RATE_STREAMS: {
    kind: 'whole',
    min: 1,
    max: 10_000_000,
    fallback: 600,
    about: 'Live streams a minute that one signed-in person, or all others at one address, may begin.',
    example: '600',
  },
  RATE_DOWNLOADS: {
    kind: 'whole',
    min: 1,
    max: 10_000_000,
    fallback: 600,
    about: 'Files a minute that one signed-in person, or all others at one address, may fetch.',
    example: '600',
  },
  RATE_PAGES: {
    kind: 'whole',
    min: 1,
    max: 10_000_000,
    fallback: 1_200,
    about:
      'Pages of the web app a minute for one address, whoever asks; what a page shows counts as reading besides.',
    example: '1200',
  },
  RATE_NOTIFICATIONS: {
    kind: 'whole',
    min: 1,
    max: 10_000_000,
    fallback: 6_000,
    about:
      'Notifications of payments a minute from one address; what comes above it the gateway sends again.',
    example: '6000',
  },
  STREAMS_PER_ADDRESS: {
    kind: 'whole',
    min: 1,
    max: 100_000,
    fallback: 100,
    about:
      'Live streams that one address may keep open at an HTTP process; a whole village may share one address.',
    example: '100',
  },
  STREAMS_PER_PROCESS: {
    kind: 'whole',
    min: 1,
    max: 100_000,
    fallback: 10_000,
    about: 'Live streams that an HTTP process keeps open in all.',
    example: '10000',
  },
  DOCUMENT_MAX_KB: {
    kind: 'whole',
    min: 16,
    max: 20_480,
    fallback: 3072,
    about: 'The largest document that a party may upload, KB.',
    example: '3072',
  },
} as const satisfies Readonly<Record<string, Setting>>;
