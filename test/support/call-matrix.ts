import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { access } from '../../src/access.js';
import { meets, type Access, type Owner, type StateRule } from '../../src/platform/auth/allow.js';
import { packageRoot } from '../../src/platform/package-root.js';
import type { TestDatabase } from './database.js';
import { saysValue } from './says-value.js';
import type { Actor } from './walls-cast.js';
import type { Canary, World } from './walls-world.js';

type Values = Readonly<Record<string, string>>;

/** One call of a route, with what the access table says must come of it. */
export interface Call {
  readonly route: string;
  readonly actor: Actor;
  readonly params: Values;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}

export type Verdict = 'passes' | 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | 'NOT_FOUND';

const openapi = JSON.parse(readFileSync(join(packageRoot(), 'openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, { requestBody?: object }>>;
};

export const methodOf = (route: string): string => route.split(' ')[0] ?? '';
const pathOf = (route: string): string => route.split(' ')[1] ?? '';
/** Whether openapi.json gives a route a body. */
export const takesBody = (route: string): boolean =>
  openapi.paths[pathOf(route).replace(/:(\w+)/g, '{$1}')]?.[methodOf(route).toLowerCase()]?.requestBody !==
  undefined;

/** What outsiders send is taken as its bytes came, fields that nobody has heard of yet among them. */
export const declaresBody = (route: string): boolean =>
  !JSON.stringify(
    openapi.paths[pathOf(route).replace(/:(\w+)/g, '{$1}')]?.[methodOf(route).toLowerCase()]?.requestBody ??
      '',
  ).includes('"additionalProperties":true');

/** Every way to fill the parameters of a route's path from the world's ids; what the world does not know is an id of nothing. */
export const fillings = (route: string, ids: World['ids']): Values[] =>
  [...pathOf(route).matchAll(/:(\w+)/g)].reduce<Values[]>(
    (filled, [, name = '']) =>
      filled.flatMap((values) => (ids[name] ?? [randomUUID()]).map((id) => ({ ...values, [name]: id }))),
    [{}],
  );

/** Fields of the body that name an owner. */
export const ownersInBody = (row: Access): string[] =>
  row.who === 'member'
    ? row.rules.flatMap(({ owner }) =>
        owner !== undefined && 'in' in owner && owner.in === 'body' ? [owner.field] : [],
      )
    : [];

/** Says of calls what the access table makes of them. */
export class TableJudge {
  private readonly known = new Map<string, Promise<string | undefined>>();

  constructor(private readonly database: TestDatabase) {}

  async verdictOn({ route, actor, params, body }: Call): Promise<Verdict> {
    const row = access[route];
    if (row === undefined) throw new Error(`no row ${route}`);
    if (row.who === 'anyone') return 'passes';
    if (actor.token === undefined || actor.isDisabled === true) return 'NOT_SIGNED_IN';
    if (row.who === 'signed-in') return 'passes';
    for (const rule of row.rules) {
      const able = actor.memberships.filter((membership) => meets(membership, rule));
      if (able.length === 0) continue;
      if (rule.owner === undefined) return 'passes';
      const owner = await this.ownerOf(rule.owner, params, body);
      if (owner === undefined) return 'NOT_FOUND';
      if (able.some(({ partyId }) => partyId === owner)) return 'passes';
    }
    return 'NOT_ALLOWED';
  }

  /** The state of the row that decides, undefined without one. */
  stateOf({ table, param }: StateRule, params: Values): Promise<string | undefined> {
    return this.ask(`SELECT state AS found FROM ${table} WHERE id = $1`, params[param] ?? '');
  }

  private async ownerOf(owner: Owner, params: Values, body: Call['body']): Promise<unknown> {
    if ('in' in owner) return (owner.in === 'body' ? body : params)[owner.field] ?? '';
    return this.ask(
      `SELECT coalesce(${owner.column}::text, '') AS found FROM ${owner.table} WHERE id = $1`,
      params[owner.param] ?? '',
    );
  }

  private ask(text: string, id: string): Promise<string | undefined> {
    const key = `${text} ${id}`;
    const asked =
      this.known.get(key) ??
      this.database.owner.query<{ found: string }>(text, [id]).then(({ rows }) => rows[0]?.found);
    this.known.set(key, asked);
    return asked;
  }
}

/** What came of a stream: its first event, and no more. */
const readText = async (answer: Response): Promise<string> => {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.text();
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value as Uint8Array | undefined);
};

export const send = async (baseUrl: string, { route, actor, params, body }: Call): Promise<Answer> => {
  const method = methodOf(route);
  const path = pathOf(route).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const isRead = method === 'GET';
  const answer = await fetch(baseUrl + path, {
    method,
    headers: {
      ...(actor.token === undefined ? {} : { authorization: `Bearer ${actor.token}` }),
      ...(isRead
        ? {}
        : { 'content-type': 'application/json', 'if-match': '"1"', 'idempotency-key': randomUUID() }),
    },
    ...(isRead ? {} : { body: JSON.stringify(body) }),
  });
  // A problem says which path was asked for: that the asker knew.
  const text = (await readText(answer)).replaceAll(path, '');
  const code = /^\{.*"code":"([A-Z_]+)"/s.exec(text)?.[1];
  return { status: answer.status, code, text };
};

/** What stands in an answer that its asker must not see. */
export const leaksIn = (canaries: readonly Canary[], { route, actor }: Call, { text }: Answer): string[] =>
  canaries
    .filter(({ value, isGranted }) => saysValue(text, value) && !isGranted(actor, route))
    .map(({ what }) => `${actor.name} read ${what} by ${route}`);

/** Runs over all, a few at a time, and gathers what each finds. */
export const overAll = async <One, Found>(
  all: readonly One[],
  work: (one: One) => Promise<readonly Found[]>,
  abreast = 8,
): Promise<Found[]> => {
  const found: Found[] = [];
  const left = [...all];
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) found.push(...(await work(one)));
  };
  await Promise.all(Array.from({ length: abreast }, next));
  return found;
};
