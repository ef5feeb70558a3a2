/**
 * Every route of the build has its row in the access table, and every row its route: otherwise the build fails.
 * The process that serves checks the same when it starts, and a law in test/law.
 */
import 'reflect-metadata';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);

/** The controllers of a module and of all that it imports, each once. */
function controllersOf(module, seen = new Set()) {
  const { module: type = module, imports = [], controllers = [] } = module;
  if (seen.has(type)) return [];
  seen.add(type);
  const listed = (key) => Reflect.getMetadata(key, type) ?? [];
  return [
    ...controllers,
    ...listed('controllers'),
    ...[...imports, ...listed('imports')].flatMap((one) => controllersOf(one, seen)),
  ];
}

export async function checkRoutes() {
  const { AppModule } = await built('app.module.js');
  const { access } = await built('access.js');
  const { routeName } = await built('platform/auth/route-name.js');
  const { listTableFaults } = await built('platform/http/list-table-faults.js');
  const routes = controllersOf(AppModule.with({})).flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype).flatMap((method) => {
      if (typeof controller.prototype[method] !== 'function') return [];
      const route = routeName(controller, controller.prototype[method]);
      return route === undefined ? [] : [{ name: `${controller.name}.${method}`, route }];
    }),
  );
  const faults = listTableFaults(routes, access);
  if (faults.length > 0)
    throw new Error(`routes refused:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url)))
  checkRoutes().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
