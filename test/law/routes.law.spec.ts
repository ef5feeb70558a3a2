import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { AllowAnyone } from '../../src/platform/auth/allow.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { makeDataSource } from '../../src/platform/db/data-source.js';
import { Text } from '../../src/platform/http/fields.js';
import { refuseOpenRoutes } from '../../src/platform/http/refuse-open-routes.js';
import { makeLogger } from '../../src/platform/logging/logger.js';

class GoodBody {
  @Text()
  name: string;
}

@Controller('good')
class GoodController {
  @Post()
  @AllowAnyone()
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
  @AllowAnyone()
  takeObject(@Body() body: { anything: string }): string {
    return body.anything;
  }

  @Post('list')
  @AllowAnyone()
  takeList(@Body() body: GoodBody[]): number {
    return body.length;
  }

  @Post('partial')
  @AllowAnyone()
  takePartial(@Body() body: Partial<GoodBody>): string {
    return body.name ?? '';
  }

  @Get('query')
  @AllowAnyone()
  ask(@Query() query: Record<string, string>): string {
    return query.q ?? '';
  }
}

const judging = async (
  module: Parameters<typeof NestFactory.createApplicationContext>[0],
): Promise<() => void> => {
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  return () => {
    refuseOpenRoutes(
      app.get(DiscoveryService, { strict: false }),
      app.get(MetadataScanner, { strict: false }),
    );
  };
};

const withControllers = (...controllers: (new () => object)[]): new () => object => {
  @Module({ imports: [DiscoveryModule], controllers })
  class Planted {}
  return Planted;
};

describe('routes', () => {
  it('of the product all say who may call them and what they take', async () => {
    const dataSource = makeDataSource({
      url: 'postgresql://nobody@127.0.0.1:1/none',
      poolSize: 2,
      applicationName: 'law',
    });
    const judge = await judging(
      AppModule.with({ config: loadConfig({}), log: makeLogger('silent'), dataSource }),
    );
    expect(judge).not.toThrow();
  });

  it('that are well declared start', async () => {
    expect(await judging(withControllers(GoodController))).not.toThrow();
  });

  it('that say nothing about access do not start', async () => {
    expect(await judging(withControllers(GoodController, OpenController))).toThrow(
      'OpenController.show: nothing says who may call it',
    );
  });

  it.each(['takeObject', 'takeList', 'takePartial', 'ask'])(
    'whose %s would go unvalidated do not start',
    async (method) => {
      expect(await judging(withControllers(UnvalidatedController))).toThrow(
        `UnvalidatedController.${method}: its`,
      );
    },
  );
});
