export const BOARD_PATH = '/admin/queues';
const NAME = 'sepikul-board';
const VISIT_S = 900;

export interface Visited {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/;
const cookie = new RegExp(`(?:^|; ?)${NAME}=([A-Za-z0-9_-]{20,200})(?:;|$)`);

/** The session's token of a request, from its header, or on the board from its cookie. */
export const tokenOf = ({ headers }: Visited): string | undefined =>
  bearer.exec(String(headers.authorization ?? ''))?.[1] ?? cookie.exec(String(headers.cookie ?? ''))?.[1];

/**
 * Lets a browser show the board, whose pages cannot send a header: the session's own token for a quarter of an
 * hour, sent to the board alone, from this site alone, read by no script. It ends with the session.
 */
export const boardCookie = (token: string): string =>
  `${NAME}=${token}; Path=${BOARD_PATH}; Max-Age=${VISIT_S}; HttpOnly; Secure; SameSite=Strict`;
