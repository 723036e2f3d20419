import { readFileSync } from 'node:fs';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { EventStoreDbSettings } from '../settings/eventstoredb-settings';
import { faultOfConnecting, type NodeFault } from './node-fault';

export type Way = Pick<EventStoreDbSettings, 'nodes' | 'isCluster' | 'tls' | 'caFile'>;

/**
 * Why a log is away about which the client says nothing: it discovers a cluster for ever, whatever is wrong with it.
 * Connects to each node as the client would, and sends nothing.
 */
export async function diagnose(way: Way, limitMs: number): Promise<NodeFault> {
  const found = await Promise.all(way.nodes.map((node) => connectTo(node, way, limitMs)));
  // One that lets us in is enough for a client: what is wrong lies behind the connection.
  if (found.includes(undefined)) return way.isCluster ? 'event-store.no-leader' : 'event-store.silent';
  const mistake = found.find(
    (fault) => fault !== 'event-store.unreachable' && fault !== 'event-store.silent',
  );
  return mistake ?? found.find((fault) => fault !== undefined) ?? 'event-store.unreachable';
}

/** Undefined where the connection comes about. */
function connectTo(
  { host, port }: Way['nodes'][number],
  { tls, caFile }: Way,
  limitMs: number,
): Promise<NodeFault | undefined> {
  return new Promise((resolve) => {
    const socket = tls ? openTls(host, port, caFile) : connect({ host, port });
    const end = (fault: NodeFault | undefined): void => {
      clearTimeout(patience);
      socket.destroy();
      resolve(fault);
    };
    const patience = setTimeout(() => end('event-store.silent'), limitMs);
    socket.once(tls ? 'secureConnect' : 'connect', () => end(undefined));
    socket.on('error', (error: NodeJS.ErrnoException) => end(faultOfConnecting(error.code ?? '')));
  });
}

function openTls(host: string, port: number, caFile: string | undefined): Socket {
  const ca = caFile === undefined ? undefined : readFileSync(caFile);
  return connectTls({ host, port, ca, servername: isIP(host) ? '' : host, ALPNProtocols: ['h2'] });
}
