export interface ServerRequest {
  dataDir: string;
  durable: boolean;
  settings: Readonly<Record<string, string>>;
}

const ALWAYS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // No socket file: its path has a short limit, and the port is the only door we promise.
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A statement or detail in the log could show a sealed price before its opening.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  // Frees the locks of a client that was killed in the middle of a long statement.
  client_connection_check_interval: '5s',
};

/** For throw-away clusters only: a power cut may leave rubbish, and everything is several times faster. */
const NOT_DURABLE: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

export function serverArguments({ dataDir, durable, settings }: ServerRequest, port: number): string[] {
  const all = { ...ALWAYS, ...(durable ? {} : NOT_DURABLE), ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataDir, '-p', String(port), ...flags];
}
