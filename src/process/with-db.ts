import { entities } from '../entities.js';
import { makeDataSource } from '../platform/db/data-source.js';
import { Db } from '../platform/db/db.js';

/** Runs one piece of work with a small pool of its own, for commands that are not the server. */
export const withDb = async <Result>(
  url: string,
  name: string,
  work: (db: Db) => Promise<Result>,
): Promise<Result> => {
  const dataSource = makeDataSource({ url, poolSize: 4, entities, applicationName: name });
  await dataSource.initialize();
  try {
    return await work(new Db(dataSource));
  } finally {
    await dataSource.destroy();
  }
};
