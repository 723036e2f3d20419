import { eventStoreConformance, type MakeEngine } from '../testing';
import { startCutter } from '../testing/cutter';
import { parseConnectionString } from './settings/connection-string';
import { makeEventStoreDbEngine } from './testing/eventstoredb-engine';

/** One node without TLS can be reached through a way that the kit may cut. */
const SINGLE_NODE = /^(esdb:\/\/)([^:/?,@]+):(\d+)(\/?\?.*)?$/;

function engineAt(address: string): MakeEngine {
  const [, scheme, host = '', port, options = ''] = SINGLE_NODE.exec(address) ?? [];
  if (scheme === undefined) return () => makeEventStoreDbEngine(address);
  return async () => {
    const cutter = await startCutter(host, Number(port));
    const through = `${scheme}${cutter.address}${options}`;
    return makeEventStoreDbEngine(through, { interrupt: () => cutter.cut(), drop: () => cutter.close() });
  };
}

/** The project of Jest that this belongs to is there only when the variable is set. */
const url = process.env['EVENTSTORE_URL'] ?? '';
const crossings = Number(process.env['LUECKENLOS_TEST_CROSSINGS'] ?? 100);
const crashes = Number(process.env['LUECKENLOS_TEST_CRASHES'] ?? 5);

/** The engine as the kit names it, without a secret. */
function nameOf(address: string): string {
  const { discover, hosts = [], options } = parseConnectionString(address) ?? {};
  const nodes =
    discover || hosts.length > 1 ? `a cluster at ${hosts.join(', ')}` : `a node at ${hosts.join()}`;
  return `eventstoredb, ${nodes}${options?.get('tls') === 'false' ? '' : ', with TLS'}`;
}

eventStoreConformance(nameOf(url), engineAt(url), { crossings, crashes });
