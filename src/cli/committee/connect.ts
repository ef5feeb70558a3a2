import { callApi, type Api } from '../../season/index.js';
import { askSecret } from '../ask-secret.js';

/** Where a Sepikul answers, and as whom. */
export interface Where {
  readonly url: string;
  /** Left out: by the session in SEPIKUL_TOKEN. */
  readonly login?: string;
}

/** Asks as one person. */
export interface Connection {
  readonly personId: string;
  get<Answer>(path: string): Promise<Answer>;
  /** @param version of what is replaced, as it was seen */
  send<Answer = undefined>(
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    version?: number,
  ): Promise<Answer>;
}

interface Session {
  readonly token: string;
  readonly person: { readonly id: string };
}

const begin = async (api: Api, login: string | undefined): Promise<Session> => {
  const token = process.env.SEPIKUL_TOKEN;
  if (login === undefined && token !== undefined && token !== '') {
    const actor = { login: 'token', token, personId: '', partyId: '', partyName: '' };
    const { person } = await api.call<Pick<Session, 'person'>>(actor, 'GET', '/me');
    return { token, person };
  }
  if (login === undefined) throw new Error('--login, or a session in SEPIKUL_TOKEN, is needed');
  const password = await askSecret(`Kata sandi (password) ${login}`, 'SEPIKUL_PASSWORD');
  return api.call<Session>(null, 'POST', '/sessions', { body: { login, password } });
};

/** Signs in with a password that is asked for, or goes on with a session that is there. */
export const connect = async ({ url, login }: Where): Promise<Connection> => {
  const api = callApi(url);
  const { token, person } = await begin(api, login);
  const actor = { login: login ?? 'token', token, personId: person.id, partyId: '', partyName: '' };
  return {
    personId: person.id,
    get: (path) => api.call(actor, 'GET', path),
    send: (method, path, body, version) =>
      api.call(actor, method, path, { body, ...(version === undefined ? {} : { version }) }),
  };
};
