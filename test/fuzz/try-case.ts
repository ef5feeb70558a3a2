import { setTimeout as pause } from 'node:timers/promises';
import { access } from '../../src/access.js';
import { meets, type Access } from '../../src/platform/auth/allow.js';
import type { River } from '../support/river.js';
import { renewActor, type Actor } from './gather-actors.js';
import { Known } from './generate-value.js';
import { codeIn, type Fault, type makeJudge } from './judge-answer.js';
import { makeCase, rawBodyOf, type Case } from './make-case.js';
import type { Api, Route } from './read-api.js';
import { nameAll, nameOne, type World } from './read-world.js';
import { sampleFile } from './sample-files.js';
import { encodePart, sendRequest, type Received, type Sent } from './send-request.js';
import type { Tally } from './tally.js';

/** What one refused or done request must not leave behind for the others: whoever is suspended is reinstated. */
const undone: Readonly<Record<string, string>> = { '/suspend': '/reinstate' };

/** Routes that end what nothing begins again. */
const ends = ({ path }: Route): boolean => path.endsWith('/close');

/** A value as it stands in an address. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

const accesses = new Map<Route, Access | undefined>();

const accessOf = (route: Route): Access | undefined => {
  if (!accesses.has(route))
    accesses.set(route, access[`${route.method} ${route.path.replace(/\{(\w+)\}/g, ':$1')}`]);
  return accesses.get(route);
};

/** The fields that must name the caller's own party for the route to let them in. */
const ownedBy = (route: Route, { memberships }: Actor): Map<string, string> => {
  const access = accessOf(route);
  const fixed = new Map<string, string>();
  if (access?.who !== 'member') return fixed;
  for (const rule of access.rules)
    for (const membership of memberships)
      if (rule.owner !== undefined && 'in' in rule.owner && meets(membership, rule))
        fixed.set(rule.owner.field, membership.partyId);
  return fixed;
};

const asProblem = (received: Received | undefined): { readonly requestId?: string } => {
  try {
    return JSON.parse(received?.body.toString() ?? '{}') as { requestId?: string };
  } catch {
    return {};
  }
};

/** Sends cases to one product that runs, as its actors. */
export class TryCase {
  world: World = new Map();
  private readonly able = new Map<Route, readonly Actor[]>();

  constructor(
    private readonly river: River,
    private readonly api: Api,
    private readonly actors: readonly Actor[],
    private readonly judge: ReturnType<typeof makeJudge>,
    private readonly tally: Tally,
    /** Ids of what must not end, so that there is something to order in for as long as a round is. */
    private readonly spared: ReadonlySet<string>,
    private readonly hangMs: number | undefined,
  ) {}

  private build(route: Route, given: Case, actor: Actor): Sent {
    const own = actor.person === undefined ? [] : [actor.person.partyId, actor.person.personId];
    const naming = {
      named: new Map<string, string>(),
      fixed: ownedBy(route, actor),
      own,
      spared: ends(route) ? this.spared : new Set<string>(),
    };
    const part = (name: string): string => {
      const value = given.path[name];
      return encodePart(value instanceof Known ? nameOne(this.world, value, naming) : textOf(value));
    };
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => part(name));
    const query = given.query
      .map(([name, value]) => [name, nameAll(this.world, value, naming)])
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => `${encodePart(String(name))}=${encodePart(textOf(value))}`)
      .join('&');
    const body = nameAll(this.world, given.body, naming);
    const headers: Record<string, string | string[]> = {};
    if (actor.person !== undefined) headers.authorization = `Bearer ${actor.person.token}`;
    for (const [name, value] of given.headers)
      if (value !== undefined) headers[name] = value as string | string[];
    const { bytes, types } = this.contentOf(route, given, body);
    if (bytes !== undefined) Object.assign(headers, types);
    return {
      method: route.method,
      url: `${this.river.baseUrl}${path}${query === '' ? '' : `?${query}`}`,
      headers,
      body: bytes,
    };
  }

  private contentOf(
    { files }: Route,
    given: Case,
    body: unknown,
  ): { bytes?: Buffer; types?: Readonly<Record<string, string>> } {
    if (files.length > 0 && given.kind !== 'raw') {
      const { type, bytes } = sampleFile(files, given.actor, given.kind === 'valid');
      return { bytes, types: { 'content-type': type } };
    }
    const text = JSON.stringify(body ?? {});
    const types = { 'content-type': 'application/json' };
    if (given.kind === 'raw') {
      const { of, headers } = rawBodyOf(given);
      return { bytes: of(text), types: { ...types, ...headers } };
    }
    return body === undefined ? {} : { bytes: Buffer.from(text), types };
  }

  /** Two of three requests come from somebody who may send them, so that what lies behind the guard is tried, too. */
  private actorOf(route: Route, { actor }: Case): Actor | undefined {
    const able = this.able.get(route) ?? this.ableTo(route);
    this.able.set(route, able);
    const from = actor % 3 === 0 || able.length === 0 ? this.actors : able;
    return from[Math.floor(actor / 3) % from.length];
  }

  private ableTo(route: Route): readonly Actor[] {
    const access = accessOf(route);
    return this.actors.filter(({ isShutOut, memberships }) => {
      if (access?.who !== 'member') return !isShutOut;
      return access.rules.some((rule) => memberships.some((membership) => meets(membership, rule)));
    });
  }

  async run(route: Route, seed: number, number: number): Promise<void> {
    const given = makeCase(this.api, route, seed, number);
    const actor = this.actorOf(route, given);
    if (actor === undefined) throw new Error('nobody asks');
    if (!(await this.send(route, number, given, actor))) return;
    // Another case ended the session: this one is to get as far as it would have.
    await renewActor(this.river, actor);
    await this.send(route, number, given, actor);
  }

  /** @returns whether it was not tried, for the caller was signed in no longer. */
  private async send(route: Route, number: number, given: Case, actor: Actor): Promise<boolean> {
    const { person } = actor;
    const sent = this.build(route, given, actor);
    this.tally.requests += 1;
    // A machine that is busy with other things may be slow once.
    const received = (await sendRequest(sent, this.hangMs)) ?? (await sendRequest(sent, this.hangMs));
    const faults: Fault[] =
      received === undefined ? [{ kind: 'hang', detail: 'no answer, twice' }] : this.judge(route, received);
    const why = faults.some(({ kind }) => kind === '5xx') ? await this.whyOf(received) : '';
    for (const fault of faults) this.tally.keep(route, number, actor, fault, sent, received, why);
    if (received === undefined) return false;
    this.tally.count(route, received);
    await this.reinstate(route, sent, received);
    const hadSession = !actor.isShutOut && sent.headers.authorization === `Bearer ${person?.token ?? ''}`;
    return hadSession && received.status === 401 && codeIn(received.body) === 'NOT_SIGNED_IN';
  }

  /** What the server wrote of a failure, which its answer does not tell; it comes by another pipe, and may be later. */
  private async whyOf(received: Received | undefined): Promise<string> {
    const { requestId = '' } = asProblem(received);
    for (let tries = 0; requestId !== '' && tries < 20; tries += 1) {
      const line = this.river.written.findLast((each) => each.includes(requestId));
      if (line !== undefined) return line.slice(0, 1_500);
      await pause(50);
    }
    return '';
  }

  private async reinstate(route: Route, sent: Sent, { status }: Received): Promise<void> {
    for (const [end, undo] of Object.entries(undone))
      if (status < 300 && route.path.endsWith(end)) {
        const admin = this.actors.find(({ name }) => name === 'admin')?.person;
        const path = new URL(sent.url).pathname.replace('/api/v1/', '').replace(end, undo);
        await admin?.post(path);
      }
  }
}
