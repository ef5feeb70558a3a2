import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Db } from '../db/db.js';
import { withinScope } from '../db/scope.js';
import {
  ACCESS_TABLE,
  meets,
  type AccessTable,
  type MemberRule,
  type Owner,
  type RowOwner,
  type StateRule,
} from './allow.js';
import type { Principal, SignedIn } from './principal.js';
import { refuseAccess } from './refusals.js';
import { routeName } from './route-name.js';
import { Sessions, hashToken } from './sessions.js';

/** The parts of a request that both HTTP adapters share. */
export interface GuardedRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: unknown;
  readonly params?: unknown;
  principal?: Principal;
  /** Why the row's state forbids it, where a key may show that it was done in time: whoever looks up the key refuses. */
  refusedForState?: Error;
}

const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;

/** Tables and columns are constants of the access table; a row that is not there leaves NULL. */
const lookText = (owner: RowOwner | undefined, during: StateRule | undefined): string => {
  const ofOwner = owner
    ? `(SELECT coalesce(${owner.column}::text, '') FROM ${owner.table} WHERE id = $1)`
    : 'NULL';
  const ofState = during ? `(SELECT state FROM ${during.table} WHERE id = $${owner ? 2 : 1})` : 'NULL';
  return `SELECT ${ofOwner} AS owner, ${ofState} AS state`;
};

/** Nobody passes a route but those its row of the access table names; a route without a row does not boot (refuse-open-routes). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(ACCESS_TABLE) private readonly table: AccessTable,
    private readonly sessions: Sessions,
    private readonly db: Db,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.table[routeName(context.getClass(), context.getHandler()) ?? ''];
    if (access === undefined) throw refuseAccess('NOT_ALLOWED');
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const principal = await this.identify(request);
    if (principal !== undefined) request.principal = principal;
    if (access.who === 'anyone') return true;
    if (principal === undefined) throw refuseAccess('NOT_SIGNED_IN');
    if (access.who === 'member') await this.requireOne(access.rules, access.during, principal, request);
    if (access.stepUp === true && !principal.isSteppedUp) throw refuseAccess('STEP_UP_REQUIRED');
    return true;
  }

  /** Asks the database only when a token is sent; on a route for anyone a dead token is no token. */
  private async identify(request: GuardedRequest): Promise<SignedIn | undefined> {
    const token = bearer.exec(String(request.headers.authorization ?? ''))?.[1];
    if (token === undefined) return undefined;
    return withinScope({ purpose: 'sign-in' }, () => this.sessions.principalOf(hashToken(token)));
  }

  private async requireOne(
    rules: readonly MemberRule[],
    during: StateRule | undefined,
    principal: Principal,
    request: GuardedRequest,
  ): Promise<void> {
    for (const rule of rules) {
      const able = principal.memberships.filter((membership) => meets(membership, rule));
      if (able.length === 0) continue;
      const { owner, state } = await this.look(rule.owner, during, request);
      if (rule.owner !== undefined && !able.some(({ partyId }) => partyId === owner)) continue;
      if (state !== undefined && during?.refuse !== undefined && !during.states.includes(state))
        this.refuseForState(during.refuse(state), request);
      return;
    }
    throw refuseAccess('NOT_ALLOWED');
  }

  /** What was done in time and is sent again under its key is answered as before (platform/idempotency/answer-once). */
  private refuseForState(refusal: Error, request: GuardedRequest): void {
    if (request.headers['idempotency-key'] === undefined) throw refusal;
    request.refusedForState = refusal;
  }

  /** Whose it is, and in which state, as far as the guard judges it: both in one statement. */
  private async look(
    owner: Owner | undefined,
    during: StateRule | undefined,
    request: GuardedRequest,
  ): Promise<{ owner?: unknown; state?: string }> {
    const judged = during?.judgedBy === 'guard' ? during : undefined;
    const inRow = owner === undefined || 'in' in owner ? undefined : owner;
    const said =
      owner !== undefined && 'in' in owner ? { owner: fieldOf(request[owner.in], owner.field) } : {};
    if (inRow === undefined && judged === undefined) return said;
    const row = await this.db.across('guard').first<{ owner: string | null; state: string | null }>(
      lookText(inRow, judged),
      [inRow, judged].flatMap((one) => (one === undefined ? [] : [this.idIn(request, one.param)])),
    );
    if (row === undefined || (inRow && row.owner === null) || (judged && row.state === null))
      throw refuseAccess('NOT_FOUND');
    return { ...(inRow ? { owner: row.owner } : said), ...(row.state === null ? {} : { state: row.state }) };
  }

  private idIn(request: GuardedRequest, param: string): string {
    const id = fieldOf(request.params, param);
    if (typeof id !== 'string' || !uuid.test(id)) throw refuseAccess('NOT_FOUND');
    return id;
  }
}
