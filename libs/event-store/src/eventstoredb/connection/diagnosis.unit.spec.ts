import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { diagnose, type Way } from './diagnosis';
import { faultOfConnecting, needsNewClient } from './node-fault';

const HERE = '127.0.0.1';

describe('Why a log is away about which the client says nothing', () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = createServer((socket) => socket.on('data', () => socket.end('HTTP/1.1 400\r\n\r\n')));
    await once(server.listen(0, HERE), 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  /** Nobody listens at `closed`. */
  const way = (hosts: readonly string[], tls: boolean): Way => {
    const nodes = hosts.map((host) => (host === 'closed' ? { host: HERE, port: 1 } : { host, port }));
    return { nodes, isCluster: hosts.length > 1, tls, caFile: undefined };
  };

  it.each([
    { fault: 'event-store.silent', hosts: [HERE] },
    { fault: 'event-store.unreachable', hosts: ['closed'] },
    { fault: 'event-store.unknown-host', hosts: ['nowhere.invalid'] },
    { fault: 'event-store.without-tls', hosts: [HERE], tls: true },
    { fault: 'event-store.no-leader', hosts: ['closed', HERE] },
    { fault: 'event-store.unknown-host', hosts: ['closed', 'nowhere.invalid'] },
  ])('$fault of $hosts', async ({ fault, hosts, tls = false }) => {
    expect(await diagnose(way(hosts, tls), 5_000)).toBe(fault);
  });

  it.each([
    ['SELF_SIGNED_CERT_IN_CHAIN', 'event-store.untrusted-certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'event-store.untrusted-certificate'],
    ['CERT_HAS_EXPIRED', 'event-store.expired-certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'event-store.certificate-of-another-host'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'event-store.refused-certificate'],
  ])('%s is a matter of certificates, which a new client reads anew', (code, fault) => {
    expect(faultOfConnecting(code)).toBe(fault);
    expect(needsNewClient(faultOfConnecting(code))).toBe(true);
  });

  it('a dead node is not', () => expect(needsNewClient(faultOfConnecting('ECONNREFUSED'))).toBe(false));
});
