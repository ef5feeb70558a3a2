export type StartRefusal =
  | 'PLATFORM_NOT_SUPPORTED'
  | 'BINARIES_NOT_USABLE'
  | 'ACCOUNT_NOT_AVAILABLE'
  | 'DATA_NOT_REACHABLE'
  | 'DATA_NOT_A_CLUSTER'
  | 'DATA_OF_ANOTHER_VERSION'
  | 'DATA_IN_USE'
  | 'INIT_FAILED'
  | 'SERVER_NOT_STARTED'
  | 'SERVER_NOT_STOPPED';

/** Both languages stand in the message, because whoever reads it has nothing else on the screen. */
class StartRefused extends Error {
  constructor(
    readonly code: StartRefusal,
    indonesian: string,
    english: string,
  ) {
    super(`${indonesian}\n${english}`);
    this.name = 'StartRefused';
  }
}

export function refuseStart(code: StartRefusal, indonesian: string, english: string): never {
  throw new StartRefused(code, indonesian, english);
}
