import { PoolActivityEntity } from './monitoring.entity.js';

export { MonitoringModule } from './monitoring.module.js';
export { brokenPromises, promiseNames, type BrokenPromise } from './promise.reader.js';
export const monitoringEntities = [PoolActivityEntity];
