import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import {
  Server,
  ServerCredentials,
  type sendUnaryData,
  type ServerUnaryCall,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { tooSlow, unavailable } from './broken-call';
import { FakeLog } from './fake-log';
import { Faults, type AppendFault, type ReadFault } from './faults';
import { serveAppends, type Seen } from './serve-appends';
import { serveRead, type ReadCall } from './serve-reads';

export type SubscriptionFault = 'dropped' | 'slow' | 'ended';

/** A node that fails as told. No substitute for a real one: it knows what the adapter sends, and nothing else. */
export interface FaultInjector {
  readonly port: number;
  readonly url: string;
  readonly log: FakeLog;
  readonly appends: Faults<AppendFault>;
  readonly reads: Faults<ReadFault>;
  readonly seen: Seen;
  /** How many subscriptions there have been. */
  readonly subscriptions: number;
  /** Ends all subscriptions. */
  breakSubscriptions(fault: SubscriptionFault): void;
  stop(): Promise<void>;
}

export async function startFaultInjector(): Promise<FaultInjector> {
  const log = new FakeLog();
  const [appends, reads] = [new Faults<AppendFault>(), new Faults<ReadFault>()];
  const seen: Seen = { read: 0, appends: [], mostInFlight: 0 };
  const subscribers = new Set<ReadCall>();
  let subscriptions = 0;
  let port = 0;
  const server = new Server({ 'grpc.max_receive_message_length': 64 * 1024 * 1024 });
  const subscribed = (call: ReadCall): void => {
    subscriptions++;
    subscribers.add(call);
  };
  const streams: UntypedServiceImplementation = {
    batchAppend: (call: Parameters<typeof serveAppends>[0]) => serveAppends(call, log, appends, seen, port),
    read: (call: ReadCall) => serveRead(call, log, reads, { port, seen }, subscribed),
  };
  server.addService(StreamsService, streams);
  server.addService(ServerFeaturesService, { getSupportedMethods });
  port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return {
    port,
    url: `esdb://127.0.0.1:${port}?tls=false`,
    log,
    appends,
    reads,
    seen,
    get subscriptions() {
      return subscriptions;
    },
    breakSubscriptions: (fault) => {
      subscribers.forEach((call) => end(call, fault));
      subscribers.clear();
    },
    stop: () => {
      appends.clear();
      server.forceShutdown();
      return Promise.resolve();
    },
  };
}

function end(call: ReadCall, fault: SubscriptionFault): void {
  if (fault === 'ended') call.end();
  else call.emit('error', fault === 'slow' ? tooSlow() : unavailable());
}

/** That it takes batched appends, as every node since 21.10. */
function getSupportedMethods(
  _call: ServerUnaryCall<unknown, SupportedMethods>,
  answer: sendUnaryData<SupportedMethods>,
): void {
  const method = new SupportedMethod();
  method.setServiceName('event_store.client.streams.streams').setMethodName('batchappend');
  answer(null, new SupportedMethods().setMethodsList([method]).setEventStoreServerVersion('23.10.7'));
}
