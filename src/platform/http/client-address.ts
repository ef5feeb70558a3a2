import { BlockList } from 'node:net';

const nearby = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  nearby.addSubnet(net, bits, 'ipv4');
nearby.addAddress('::1', 'ipv6');
nearby.addSubnet('fc00::', 7, 'ipv6');

const isNearby = (peer: string): boolean =>
  peer !== '' && nearby.check(peer, peer.includes(':') ? 'ipv6' : 'ipv4');

interface Connected {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/**
 * The address a request comes from, for limits only, never for rights. What a proxy says of it counts only where
 * the peer is on our own network, as the proxy is; from elsewhere anybody could say anything.
 *
 *   peer 10.0.0.2, X-Forwarded-For 36.70.1.9     -> 36.70.1.9
 *   peer 36.70.1.9, X-Forwarded-For 1.1.1.1      -> 36.70.1.9
 *   peer 10.0.0.2, X-Forwarded-For 1.1.1.1, 36.70.1.9 -> 36.70.1.9, what the proxy itself saw
 */
export const clientAddress = ({ headers, socket }: Connected): string => {
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const told = headers['x-forwarded-for'];
  const seen = typeof told === 'string' && isNearby(peer) ? told.split(',').at(-1)?.trim() : undefined;
  return seen === undefined || seen === '' ? peer : seen.slice(0, 64);
};
