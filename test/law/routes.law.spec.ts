import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Body, Controller, Get, Module, Post, Query, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { access, accessByStage } from '../../src/access.js';
import { anyone, type AccessTable } from '../../src/platform/auth/allow.js';
import { routeName } from '../../src/platform/auth/route-name.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { makeDataSource } from '../../src/platform/db/data-source.js';
import { Text } from '../../src/platform/http/fields.js';
import { refuseOpenRoutes } from '../../src/platform/http/refuse-open-routes.js';
import { makeLogger } from '../../src/platform/logging/logger.js';
import { packageRoot } from '../../src/platform/package-root.js';

const { stages } = JSON.parse(readFileSync(join(packageRoot(), 'src/flow.json'), 'utf8')) as {
  stages: string[];
};

class GoodBody {
  @Text()
  name: string;
}

@Controller('good')
class GoodController {
  @Post()
  take(@Body() body: GoodBody): string {
    return body.name;
  }
}

@Controller('open')
class OpenController {
  @Get()
  show(): string {
    return 'nobody said who may see this';
  }
}

@Controller('unvalidated')
class UnvalidatedController {
  @Post('object')
  takeObject(@Body() body: { anything: string }): string {
    return body.anything;
  }

  @Post('list')
  takeList(@Body() body: GoodBody[]): number {
    return body.length;
  }

  @Post('partial')
  takePartial(@Body() body: Partial<GoodBody>): string {
    return body.name ?? '';
  }

  @Get('query')
  ask(@Query() query: Record<string, string>): string {
    return query.q ?? '';
  }
}

const planted: AccessTable = Object.fromEntries(
  [
    'POST /good',
    'POST /unvalidated/object',
    'POST /unvalidated/list',
    'POST /unvalidated/partial',
    'GET /unvalidated/query',
  ].map((route) => [route, anyone]),
);
const only = (...prefixes: string[]): AccessTable =>
  Object.fromEntries(
    Object.entries(planted).filter(([route]) => prefixes.some((prefix) => route.includes(prefix))),
  );

const judging = async (
  module: Parameters<typeof NestFactory.createApplicationContext>[0],
  table: AccessTable,
): Promise<() => void> => {
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  return () => {
    refuseOpenRoutes(
      app.get(DiscoveryService, { strict: false }),
      app.get(MetadataScanner, { strict: false }),
      table,
    );
  };
};

const withControllers = (...controllers: (new () => object)[]): new () => object => {
  @Module({ imports: [DiscoveryModule], controllers })
  class Planted {}
  return Planted;
};

/** Every source under src/modules, with its stage. */
const stageSources = (): { stage: string; text: string }[] =>
  stages.flatMap((stage) => {
    const folder = join(packageRoot(), 'src/modules', stage);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.controller.ts'))
      .map((path) => ({ stage, text: readFileSync(join(folder, path), 'utf8') }));
  });

const stageOf = (controller: string, texts: ReturnType<typeof stageSources>): string =>
  texts.find(({ text }) => text.includes(`export class ${controller} `))?.stage ?? 'platform';

/** Rows that stand in another stage's table than the one whose controller answers the route. */
const misplaced = (
  routes: readonly { stage: string; route: string }[],
  tables: Readonly<Record<string, AccessTable>>,
): string[] =>
  routes.flatMap(({ stage, route }) =>
    Object.entries(tables)
      .filter(([name, table]) => route in table && name !== stage)
      .map(([name]) => `${route} of ${stage} stands in the access table of ${name}`),
  );

const product = (): DynamicModule =>
  AppModule.with({
    config: loadConfig({}),
    log: makeLogger('silent'),
    dataSource: makeDataSource({
      url: 'postgresql://nobody@127.0.0.1:1/none',
      poolSize: 2,
      applicationName: 'law',
    }),
  });

describe('routes', () => {
  it('of the product all say who may call them and what they take', async () => {
    expect(await judging(product(), access)).not.toThrow();
  });

  it('of a stage have their rows in its own access table', async () => {
    expect(Object.keys(accessByStage)).toEqual(['platform', ...stages]);
    const app = await NestFactory.createApplicationContext(product(), { logger: false, abortOnError: false });
    const texts = stageSources();
    const routes = app
      .get(DiscoveryService, { strict: false })
      .getControllers()
      .flatMap(({ metatype }) => {
        if (typeof metatype !== 'function') return [];
        const handlers = metatype.prototype as Record<string, object>;
        return new MetadataScanner()
          .getAllMethodNames(handlers)
          .map((method) => routeName(metatype, handlers[method]!))
          .filter((route) => route !== undefined)
          .map((route) => ({ stage: stageOf(metatype.name, texts), route }));
      });
    expect(routes).toHaveLength(Object.keys(access).length);
    expect(misplaced(routes, accessByStage)).toEqual([]);
    expect(misplaced(routes, { lot: { 'POST /api/v1/pools/:poolId/close': anyone } })).toEqual([
      'POST /api/v1/pools/:poolId/close of pool stands in the access table of lot',
    ]);
  });

  it('that are well declared start', async () => {
    expect(await judging(withControllers(GoodController), only('/good'))).not.toThrow();
  });

  it('that the access table does not name do not start', async () => {
    expect(await judging(withControllers(GoodController, OpenController), only('/good'))).toThrow(
      'OpenController.show: the access table has no row GET /open',
    );
  });

  it('that are only in the access table do not start', async () => {
    expect(await judging(withControllers(GoodController), { ...only('/good'), 'GET /gone': anyone })).toThrow(
      "the access table's row GET /gone is no route",
    );
  });

  it.each(['takeObject', 'takeList', 'takePartial', 'ask'])(
    'whose %s would go unvalidated do not start',
    async (method) => {
      expect(await judging(withControllers(UnvalidatedController), only('/unvalidated'))).toThrow(
        `UnvalidatedController.${method}: its`,
      );
    },
  );
});
