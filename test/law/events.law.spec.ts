import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { makeDataSource } from '../../src/platform/db/data-source.js';
import { CONSUMER, type ConsumerMark } from '../../src/platform/event/consumer.js';
import { gatherRegistry } from '../../src/platform/event/registry.js';
import { makeLogger } from '../../src/platform/logging/logger.js';

const modules = join(import.meta.dirname, '../../src/modules');
const { stages } = JSON.parse(readFileSync(join(modules, '../flow.json'), 'utf8')) as { stages: string[] };

interface DeclaredEvent {
  stage: string;
  type: string;
}
/** A consumer's file, with the mark its class carries. */
interface WrittenConsumer extends ConsumerMark {
  stage: string;
  file: string;
}
interface River {
  events: DeclaredEvent[];
  consumers: WrittenConsumer[];
  /** The names the application really runs. */
  running: string[];
}

const filesOf = (ending: string): { stage: string; path: string }[] =>
  readdirSync(modules, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ stage: path.slice(modules.length + 1).split('/')[0] ?? '', path }))
    .sort((left, right) => left.path.localeCompare(right.path));

const exportsOf = async (path: string): Promise<unknown[]> =>
  Object.values((await import(path)) as Record<string, unknown>);

const isEventType = (found: unknown): found is { type: string } =>
  typeof found === 'object' &&
  found !== null &&
  'type' in found &&
  typeof found.type === 'string' &&
  'of' in found;

const declaredEvents = async (): Promise<DeclaredEvent[]> => {
  const events: DeclaredEvent[] = [];
  for (const { stage, path } of filesOf('.events.ts'))
    for (const found of await exportsOf(path))
      if (isEventType(found)) events.push({ stage, type: found.type });
  return events;
};

const writtenConsumers = async (): Promise<WrittenConsumer[]> => {
  const consumers: WrittenConsumer[] = [];
  for (const { stage, path } of filesOf('.consumer.ts'))
    for (const found of await exportsOf(path)) {
      const mark =
        typeof found === 'function'
          ? (Reflect.getMetadata(CONSUMER, found) as ConsumerMark | undefined)
          : undefined;
      if (mark !== undefined) consumers.push({ ...mark, stage, file: basename(path, '.consumer.ts') });
    }
  return consumers;
};

const breachesIn = ({ events, consumers, running }: River): string[] => {
  const breaches: string[] = [];
  const stageOf = new Map<string, string>();
  for (const { stage, type } of events) {
    const other = stageOf.get(type);
    if (other !== undefined) breaches.push(`${type} is declared by ${other} and by ${stage}`);
    stageOf.set(type, stage);
    if (!consumers.some((consumer) => consumer.eventType === type))
      breaches.push(`${stage} announces ${type}, and nobody listens`);
  }
  const names = new Set<string>();
  for (const { stage, file, name, eventType } of consumers) {
    if (names.has(name)) breaches.push(`two consumers are named ${name}`);
    names.add(name);
    if (name !== `${stage}.${file}`)
      breaches.push(`${name} should be named ${stage}.${file}, after its stage and file`);
    const announcing = stageOf.get(eventType);
    if (announcing === undefined) breaches.push(`${name} listens to ${eventType}, which no stage announces`);
    else if (stages.indexOf(announcing) > stages.indexOf(stage))
      breaches.push(`${name} listens to ${eventType} from downstream: events go down, calls go up`);
    if (!running.includes(name)) breaches.push(`${name} is written, and no module provides it`);
  }
  for (const name of running)
    if (!names.has(name)) breaches.push(`${name} runs, and no file on-….consumer.ts is its own`);
  return breaches;
};

describe('every event has a reader', () => {
  let app: INestApplicationContext;
  let real: River;

  beforeAll(async () => {
    const log = makeLogger('silent');
    // Wired and never connected: what is asked is only who is there.
    const dataSource = makeDataSource({
      url: 'postgresql://nobody@127.0.0.1:1/none',
      poolSize: 2,
      applicationName: 'law',
    });
    const parts = { config: loadConfig({}), log, dataSource };
    app = await NestFactory.createApplicationContext(AppModule.with(parts), {
      logger: false,
      abortOnError: false,
    });
    const registry = gatherRegistry(app.get(DiscoveryService, { strict: false }));
    real = {
      events: await declaredEvents(),
      consumers: await writtenConsumers(),
      running: [...registry.consumers.keys()],
    };
  });
  afterAll(() => app.close());

  it('holds in the stages as they are', () => {
    expect(breachesIn(real)).toEqual([]);
    expect(real.events.map((event) => event.type)).toEqual(
      expect.arrayContaining([
        'RequirementPublished',
        'PoolOpened',
        'PoolClosed',
        'LotsFormed',
        'BidsOpened',
        'ContractsSigned',
        'LotAllocated',
        'DropReceived',
      ]),
    );
    expect(real.running.length).toBeGreaterThanOrEqual(real.events.length);
  });

  it('sees every file of a consumer', () => {
    expect(real.consumers).toHaveLength(filesOf('.consumer.ts').length);
  });

  const closed: DeclaredEvent = { stage: 'pool', type: 'PoolClosed' };
  const onClosed: WrittenConsumer = {
    stage: 'lot',
    file: 'on-pool-closed',
    name: 'lot.on-pool-closed',
    eventType: 'PoolClosed',
  };
  const lawful: River = { events: [closed], consumers: [onClosed], running: [onClosed.name] };

  it('leaves a lawful river alone, also where a stage hears itself', () => {
    expect(breachesIn(lawful)).toEqual([]);
    const own = { ...onClosed, stage: 'pool', name: 'pool.on-pool-closed' };
    expect(breachesIn({ ...lawful, consumers: [own], running: [own.name] })).toEqual([]);
  });

  it.each<{ fault: string; breach: string; river: Partial<River> }>([
    {
      fault: 'an event that nobody reads',
      breach: 'nobody listens',
      river: { events: [closed, { stage: 'pool', type: 'PoolMerged' }] },
    },
    {
      fault: 'an event of two stages',
      breach: 'is declared by pool and by lot',
      river: { events: [closed, { ...closed, stage: 'lot' }] },
    },
    {
      fault: 'a consumer of an event that is not there',
      breach: 'which no stage announces',
      river: { events: [], consumers: [onClosed] },
    },
    {
      fault: 'two consumers of one name',
      breach: 'two consumers are named',
      river: { consumers: [onClosed, onClosed] },
    },
    {
      fault: 'a consumer that bears another stage’s name',
      breach: 'should be named lot.on-pool-closed',
      river: { consumers: [{ ...onClosed, name: 'bid.on-pool-closed' }], running: ['bid.on-pool-closed'] },
    },
    {
      fault: 'a consumer that bears another file’s name',
      breach: 'should be named lot.on-pool-closed',
      river: { consumers: [{ ...onClosed, name: 'lot.on-closed' }], running: ['lot.on-closed'] },
    },
    {
      fault: 'a stage that listens downstream',
      breach: 'events go down, calls go up',
      river: {
        consumers: [{ ...onClosed, stage: 'catalog', name: 'catalog.on-pool-closed' }],
        running: ['catalog.on-pool-closed'],
      },
    },
    { fault: 'a consumer that its module forgot', breach: 'no module provides it', river: { running: [] } },
    {
      fault: 'a consumer outside its file',
      breach: 'no file',
      river: { running: [onClosed.name, 'lot.on-lot-failed'] },
    },
  ])('catches $fault', ({ breach, river }) => {
    expect(breachesIn({ ...lawful, ...river })).toEqual([expect.stringContaining(breach)]);
  });
});
