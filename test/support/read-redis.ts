import type { Redis } from 'ioredis';

/** A value as its type reads it: a dump of it would be compressed, and hide what it holds. */
const valueOf = async (client: Redis, key: Buffer): Promise<unknown> => {
  const type = await client.type(key);
  switch (type) {
    case 'string':
      return client.getBuffer(key);
    case 'hash':
      return Object.entries(await client.hgetallBuffer(key)).flat();
    case 'list':
      return client.lrangeBuffer(key, 0, -1);
    case 'set':
      return client.smembersBuffer(key);
    case 'zset':
      return client.zrangeBuffer(key, 0, -1, 'WITHSCORES');
    case 'stream':
      return client.xrangeBuffer(key, '-', '+');
    // Ran out between being listed and being read.
    case 'none':
      return [];
    default:
      throw new Error(`a key of a type that is not read: ${type}`);
  }
};

const bytesOf = (value: unknown): Buffer[] => {
  if (Array.isArray(value)) return value.flatMap(bytesOf);
  return Buffer.isBuffer(value) ? [value] : [Buffer.from(String(value))];
};

/** Every key and value that a Redis holds. */
export const readRedis = async (client: Redis): Promise<Buffer> => {
  const said: Buffer[] = [];
  for await (const keys of client.scanBufferStream({ count: 500 }) as AsyncIterable<Buffer[]>)
    for (const key of keys) said.push(key, ...bytesOf(await valueOf(client, key)));
  return Buffer.concat(said.flatMap((bytes) => [bytes, Buffer.from('\n')]));
};
