import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Db } from '../db/db.js';
import { ACCESS, meets, type Access, type MemberRule, type Owner } from './allow.js';
import type { Principal } from './principal.js';
import { refuseAccess } from './refusals.js';
import { Sessions, hashToken } from './sessions.js';

/** The parts of a request that both HTTP adapters share. */
export interface GuardedRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: unknown;
  readonly params?: unknown;
  principal?: Principal;
}

const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;

/** Nobody passes a route but those its `Allow…` names; a route that names nobody does not boot (refuse-open-routes). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly db: Db,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === undefined) throw refuseAccess('NOT_ALLOWED');
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const principal = await this.identify(request);
    if (principal !== undefined) request.principal = principal;
    if (access.who === 'anyone') return true;
    if (principal === undefined) throw refuseAccess('NOT_SIGNED_IN');
    if (access.who === 'signed-in') return true;
    await this.requireOne(access.rules, principal, request);
    return true;
  }

  /** Asks the database only when a token is sent; on a route for anyone a dead token is no token. */
  private async identify(request: GuardedRequest): Promise<Principal | undefined> {
    const token = bearer.exec(String(request.headers.authorization ?? ''))?.[1];
    return token === undefined ? undefined : this.sessions.principalOf(hashToken(token));
  }

  private async requireOne(
    rules: readonly MemberRule[],
    principal: Principal,
    request: GuardedRequest,
  ): Promise<void> {
    for (const rule of rules) {
      const able = principal.memberships.filter((membership) => meets(membership, rule));
      if (able.length === 0) continue;
      if (rule.owner === undefined) return;
      const owner = await this.ownerOf(rule.owner, request);
      if (able.some((membership) => membership.partyId === owner)) return;
    }
    throw refuseAccess('NOT_ALLOWED');
  }

  private async ownerOf(owner: Owner, request: GuardedRequest): Promise<unknown> {
    if ('in' in owner) return fieldOf(request[owner.in], owner.field);
    const id = fieldOf(request.params, owner.param);
    if (typeof id !== 'string' || !uuid.test(id)) throw refuseAccess('NOT_FOUND');
    const row = await this.db.first<{ owner: string }>(
      `SELECT ${owner.column} AS owner FROM ${owner.table} WHERE id = $1`,
      [id],
    );
    if (row === undefined) throw refuseAccess('NOT_FOUND');
    return row.owner;
  }
}
