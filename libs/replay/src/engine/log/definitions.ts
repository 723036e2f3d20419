import {
  definesAreas,
  definesChain,
  isCalendar,
  isDeliveryStatement,
  readAreas,
  readCalendar,
  readChain,
  readStatement,
  type LoggedCalendar,
  type LoggedChain,
  type LoggedEdition,
  type LoggedStatement,
} from '@lueckenlos/chain';
import { ReplayFault } from '../fault';
import type { LogEntry } from './log-entry';

/** What a log defines and announces, besides the records of cases: all of it, for the position that is asked about may lie behind. */
export class Definitions {
  private readonly chains: LoggedChain[] = [];
  private readonly areas: LoggedEdition[] = [];
  readonly calendars: LoggedCalendar[] = [];
  readonly statements: LoggedStatement[] = [];

  /** Whether it was a definition or an announcement. */
  add(entry: LogEntry): boolean {
    if (definesChain(entry)) this.chains.push(readChain(entry));
    else if (definesAreas(entry)) this.areas.push(readAreas(entry));
    else if (isCalendar(entry)) this.calendars.push(readCalendar(entry));
    else if (isDeliveryStatement(entry)) this.statements.push(readStatement(entry));
    else return false;
    return true;
  }

  /**
   * A chain as it was defined last up to a position.
   * @throws ReplayFault where it was not
   */
  chain(id: string, upTo: number): LoggedChain {
    const defined = this.chains.filter(({ position }) => position <= upTo);
    const chain = defined.findLast((one) => one.id === id);
    if (chain) return chain;
    const known = [...new Set(defined.map((one) => one.id))].join(', ') || '–';
    const position = upTo === Infinity ? (defined.at(-1)?.position ?? 0) : upTo;
    throw new ReplayFault('replay.chain-not-defined', { chain: id, position, known });
  }

  /** The editions of areas as they were defined last up to a position, by municipality and first month. */
  editions(upTo: number): LoggedEdition[] {
    const editions = new Map<string, LoggedEdition>();
    for (const edition of this.areas) {
      if (edition.position <= upTo) editions.set(`${edition.municipality}\t${edition.validFrom}`, edition);
    }
    return [...editions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edition]) => edition);
  }
}
