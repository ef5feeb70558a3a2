import { rm } from 'node:fs/promises';

export default async function globalTeardown() {
  const cluster = globalThis.sepikulTestCluster;
  if (cluster === undefined) return;
  delete globalThis.sepikulTestCluster;
  delete process.env.SEPIKUL_TEST_CLUSTER;
  await cluster.server.stop();
  await rm(cluster.home, { recursive: true, force: true });
}
