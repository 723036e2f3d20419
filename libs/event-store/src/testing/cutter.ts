import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be cut at any moment, as a cable can. */
export interface Cutter {
  /** Where to connect instead: `host:port`. */
  readonly address: string;
  /** Cuts all connections at once; new ones come through. */
  cut(): Promise<void>;
  /** From now on nothing comes through any more and nobody is told. */
  mute(): void;
  /** New connections come through again. */
  unmute(): void;
  close(): Promise<void>;
}

export async function startCutter(host: string, port: number): Promise<Cutter> {
  const sockets = new Set<Socket>();
  let silent = false;
  // Without delay: else every small answer waits for the next one.
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host, noDelay: true });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('data', (bytes) => void (!silent && other.write(bytes)));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const destroyAll = (): void => sockets.forEach((socket) => socket.resetAndDestroy());
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => Promise.resolve(destroyAll()),
    mute: () => {
      silent = true;
    },
    unmute: () => {
      silent = false;
    },
    close: async () => {
      destroyAll();
      server.close();
      await once(server, 'close');
    },
  };
}
