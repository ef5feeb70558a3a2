import { lastValueFrom, defer, from } from 'rxjs';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { Controller, Post } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantPerson } from '../../../test/support/plant-lot.js';
import { until } from '../../../test/support/river.js';
import { writeAudit } from '../audit/write-audit.js';
import { currentScope, withinScope } from '../db/scope.js';
import type { Principal } from '../auth/principal.js';
import { newId } from '../new-id.js';
import { AnswerOnce } from './answer-once.js';
import { once } from './key-table.js';
import { RemoveOldKeys } from './remove-old-keys.js';

@Controller('things')
class ThingController {
  @Post()
  make(): void {
    throw new Error('the tests hand over what is done');
  }
}

let test: TestDatabase;
let principal: Principal;
const headers: Record<string, string> = {};
const adapterHost = {
  httpAdapter: {
    setHeader: (_response: object, name: string, value: string) => {
      headers[name] = value;
    },
  },
} as unknown as HttpAdapterHost;

beforeAll(async () => {
  test = await freshDatabase();
  principal = { personId: await plantPerson(test.owner), memberships: [] };
});
afterAll(() => test.close());
beforeEach(() => {
  delete headers['Idempotency-Replayed'];
});

/** Calls the route with a key as the framework would: each `handle` runs the handler once more. */
const call = (key: string, handler: () => Promise<unknown>, body: object = {}): Promise<unknown> => {
  const request = {
    principal,
    method: 'POST',
    originalUrl: '/things',
    body,
    headers: { 'idempotency-key': key },
  };
  const context = {
    getClass: () => ThingController,
    getHandler: () => ThingController.prototype.make,
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({}) }),
  } as unknown as ExecutionContext;
  const next: CallHandler = { handle: () => defer(() => from(handler())) };
  const interceptor = new AnswerOnce(test.db, { 'POST /things': once }, adapterHost);
  return withinScope({ principal }, () => lastValueFrom(interceptor.intercept(context, next)));
};

/** An effect in a transaction of the action's own, as all actions have. */
const make = (name: string): Promise<{ name: string }> =>
  test.db.transaction(async (tx) => {
    await writeAudit(tx, { actorId: null, action: 'made', subjectType: 'thing', subjectId: name });
    return { name };
  });
const effectsOf = async (name: string) =>
  (await test.owner.query('SELECT key_id FROM audit_event WHERE subject_id = $1', [name])).rows as {
    key_id: string | null;
  }[];
const keptKeys = async (): Promise<number> =>
  (await test.owner.query('SELECT FROM idempotency_key')).rowCount ?? 0;

describe('AnswerOnce', () => {
  it('makes the effect once and answers again what was answered', async () => {
    const key = newId();
    expect(await call(key, () => make('once'))).toEqual({ name: 'once' });
    expect(headers).toEqual({});
    expect(await call(key, () => Promise.reject(new Error('not again')))).toEqual({ name: 'once' });
    expect(headers).toEqual({ 'Idempotency-Replayed': 'true' });
    expect(await effectsOf('once')).toEqual([{ key_id: expect.any(String) as string }]);
  });

  it('answers nothing again where nothing was answered', async () => {
    const key = newId();
    await call(key, () => make('silent').then(() => undefined));
    expect(await call(key, () => make('silent'))).toBeUndefined();
    expect(await effectsOf('silent')).toHaveLength(1);
  });

  it('keeps no effect without its answer, and no answer without its effect', async () => {
    const [key, before] = [newId(), await keptKeys()];
    const failing = async (): Promise<never> => {
      await make('lost');
      throw new Error('after the effect');
    };
    await expect(call(key, failing)).rejects.toThrow('after the effect');
    // An answer that cannot be written takes the effect with it.
    const endless: { self?: object } = {};
    endless.self = endless;
    await expect(call(key, () => make('lost').then(() => endless))).rejects.toThrow('circular');
    expect(await effectsOf('lost')).toEqual([]);
    expect(await keptKeys()).toBe(before);
    expect(await call(key, () => make('found'))).toEqual({ name: 'found' });
  });

  it('takes what looks across the walls into the same transaction, and ends the looking with it', async () => {
    const key = newId();
    const purposeIn = async (): Promise<string | undefined> =>
      (await test.db.first<{ purpose: string }>('SELECT principal_purpose() AS purpose'))?.purpose;
    const wide = (name: string) => async (): Promise<unknown> => {
      const inside = await test.db.across('guard').transaction(async (tx) => {
        await writeAudit(tx, { actorId: null, action: 'made', subjectType: 'thing', subjectId: name });
        return purposeIn();
      });
      return [inside, await purposeIn()];
    };
    await expect(
      call(key, () => wide('wide')().then(() => Promise.reject(new Error('late')))),
    ).rejects.toThrow('late');
    expect(await effectsOf('wide')).toEqual([]);
    expect(await call(key, wide('wide'))).toEqual(['guard', '']);
    expect(await effectsOf('wide')).toEqual([{ key_id: expect.any(String) as string }]);
  });

  it('runs the handler again from the start after a deadlock, and keeps one effect', async () => {
    const lock = (number: number): Promise<unknown> =>
      test.db.rows('SELECT pg_advisory_xact_lock($1)', [number]);
    let runs = 0;
    let arrived = 0;
    /** Both have their first row before either asks for its second; who runs again finds the way free. */
    const crossing = (name: string, first: number, second: number) => async () => {
      runs += 1;
      await make(name);
      await lock(first);
      arrived += 1;
      await until('both have their first', () => Promise.resolve(arrived >= 2 ? true : undefined));
      await lock(second);
      return { name };
    };
    const answers = await Promise.all([
      call(newId(), crossing('left', 1, 2)),
      call(newId(), crossing('right', 2, 1)),
    ]);
    expect(answers).toEqual([{ name: 'left' }, { name: 'right' }]);
    expect(runs).toBeGreaterThan(2);
    expect([await effectsOf('left'), await effectsOf('right')].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('refuses the second while the first is at work, and has it answered afterwards', async () => {
    const key = newId();
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isAtWork = false;
    const first = call(key, async () => {
      isAtWork = true;
      await held;
      return make('slow');
    });
    await until('it is at work', () => Promise.resolve(isAtWork ? true : undefined));
    await expect(call(key, () => make('slow'))).rejects.toMatchObject({ code: 'KEY_IN_FLIGHT' });
    letGo();
    expect(await first).toEqual({ name: 'slow' });
    await expect(call(key, () => make('slow'), { other: 1 })).rejects.toMatchObject({ code: 'KEY_REUSED' });
    expect(await call(key, () => make('slow'))).toEqual({ name: 'slow' });
    expect(await effectsOf('slow')).toHaveLength(1);
  });

  it('leaves what runs afterwards on the same connections without a key', async () => {
    await Promise.all(Array.from({ length: 20 }, () => make('unkeyed')));
    expect(new Set((await effectsOf('unkeyed')).map(({ key_id }) => key_id))).toEqual(new Set([null]));
    expect(currentScope()).toBeUndefined();
  });
});

describe('what is kept', () => {
  it('is seen by nobody else, and made by nobody for another', async () => {
    const key = newId();
    await call(key, () => make('mine'));
    const seen = (who: Principal): Promise<unknown[]> =>
      withinScope({ principal: who }, () =>
        test.db.rows(`SELECT id FROM idempotency_key WHERE answer LIKE '%mine%'`),
      );
    const stranger: Principal = { personId: newId(), memberships: [] };
    expect([await seen(principal), await seen(stranger)].map(({ length }) => length)).toEqual([1, 0]);
    await expect(
      withinScope({ principal: stranger }, () =>
        test.db.change(
          `INSERT INTO idempotency_key (id, person_id, fingerprint) VALUES ($1, $2, sha256(''))`,
          [newId(), principal.personId],
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot be altered by those who serve and work, nor removed by those who serve', async () => {
    for (const [db, text] of [
      [test.db, `UPDATE idempotency_key SET answer = '{}'`],
      [test.workerDb, `UPDATE idempotency_key SET answer = '{}'`],
      [test.db, 'DELETE FROM idempotency_key'],
    ] as const)
      await expect(db.change(text)).rejects.toMatchObject({ code: '42501' });
  });

  it('is let go of after 14 days by the database', async () => {
    const [young, old] = [newId(), newId()];
    await test.owner.query(
      `INSERT INTO idempotency_key (id, person_id, fingerprint, made_at) VALUES
         ($1, $3, sha256(''), now() - interval '14 days' + interval '1 minute'),
         ($2, $3, sha256(''), now() - interval '14 days' - interval '1 second')`,
      [young, old, principal.personId],
    );
    const remove = new RemoveOldKeys(test.workerDb);
    expect(await remove.run()).toBe(1);
    expect(await remove.run()).toBe(0);
    const { rows } = await test.owner.query('SELECT id FROM idempotency_key WHERE id = ANY ($1)', [
      [young, old],
    ]);
    expect(rows).toEqual([{ id: young }]);
  });
});
