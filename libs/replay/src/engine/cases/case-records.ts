import {
  caseFileOf,
  components,
  DeliveryTable,
  isLink,
  NO_ROW,
  type CaseFile,
  type FiledDelivery,
} from '@lueckenlos/chain';
import { checkRevision } from '../log/log-order';
import { caseOf, lineOf, mergeLine, type Gathered, type GatheredCases } from './gathered';
import { Partitions, type KeyedLine } from './partitions';

/** Bytes that a delivery takes in memory besides its row, give or take: its id and its share of the case. */
const DELIVERY = 80;
/** A line of text takes so many times its bytes once it is read back. */
const EXPANSION = 8;
/** A file that is too large is spread over finer ones, so often at most. */
const DEEPEST = 4;

type Cases = Iterable<readonly [caseId: string, gathered: Gathered]>;

/** What is held of the stream of one case. */
interface Held extends Pick<Gathered, 'first' | 'position'> {
  last: number;
  /** Of its last delivery. */
  row: number;
}

/**
 * The records of all cases of a log, within a bound of memory: what goes beyond it is spilled into files by a hash of the case, and
 * read back file by file. Only the pairs of linked pseudonyms, of which there are few, stay in memory all the time.
 */
export class CaseRecords {
  private held = new Map<string, Held>();
  private table = new DeliveryTable();
  private readonly links: (readonly [string, string])[] = [];
  private spilled: Partitions | null = null;
  private bytes = 0;

  /**
   * @param folder for the files; it is made when it is needed
   * @param bound bytes of records that are held in memory
   */
  constructor(
    private readonly folder: string,
    private readonly bound: number,
  ) {}

  /**
   * Adds the next event of the stream of a case, with what it delivers, if anything.
   * @throws ReplayFault where it does not follow the one before
   */
  add(caseId: string, revision: number, position: number, delivery: FiledDelivery | null): void {
    let known = this.held.get(caseId);
    if (known) checkRevision(known.last, revision, position);
    else {
      // What was spilled before is compared when it is read back.
      if (!this.spilled) checkRevision(-1, revision, position);
      known = { first: revision, position, last: revision, row: NO_ROW };
      this.held.set(caseId, known);
    }
    known.last = revision;
    if (!delivery) return;
    known.row = this.table.add(delivery, known.row);
    this.bytes += DeliveryTable.ROW_BYTES + DELIVERY;
    if (isLink(delivery)) this.links.push([delivery.caseId, delivery.other]);
  }

  /** Makes room, if there is too much in memory. */
  async settle(): Promise<void> {
    if (this.bytes >= this.bound) await this.spill();
  }

  /**
   * The case files of all families, some at a time.
   * @throws ReplayFault where an event of a case is missing
   */
  async *files(): AsyncGenerator<Iterable<CaseFile>> {
    const familyOf = familiesOf(this.links);
    if (!this.spilled) {
      yield filesOf(this.gathered(), familyOf);
      return;
    }
    await this.spill();
    const families = new Partitions(`${this.folder}/families`);
    const keyOf = (line: string): string => familyOf.get(caseOf(line)) ?? caseOf(line);
    for await (const cases of this.portions(this.spilled, keyOf)) {
      const members = [...cases].filter(([caseId]) => familyOf.has(caseId));
      await families.add(linesOf(members, familyOf));
      for (const [caseId] of members) cases.delete(caseId);
      yield filesOf(cases, familyOf);
    }
    for await (const cases of this.portions(families, keyOf)) yield filesOf(cases, familyOf);
  }

  private async spill(): Promise<void> {
    this.spilled ??= new Partitions(`${this.folder}/cases`);
    await this.spilled.add(linesOf(this.gathered()));
    this.held = new Map();
    this.table = new DeliveryTable();
    this.bytes = 0;
  }

  private *gathered(): Cases {
    for (const [caseId, { first, position, last, row }] of this.held)
      yield [caseId, { first, position, last, deliveries: this.table.deliveriesOf(caseId, row) }];
  }

  private async *portions(
    partitions: Partitions,
    keyOf: (line: string) => string,
  ): AsyncGenerator<GatheredCases> {
    for await (const file of partitions.files()) {
      const cases: GatheredCases = new Map();
      const finer =
        file.bytes * EXPANSION > this.bound && partitions.level < DEEPEST ? partitions.finer() : null;
      for await (const lines of file.lines()) {
        if (finer) await finer.add(lines.map((line) => ({ key: keyOf(line), line })));
        else for (const line of lines) mergeLine(cases, line);
      }
      if (finer) yield* this.portions(finer, keyOf);
      else yield cases;
    }
  }
}

/** Written under the family of the case, or else under the case itself. */
function* linesOf(cases: Cases, familyOf?: ReadonlyMap<string, string>): Generator<KeyedLine> {
  for (const [caseId, one] of cases) {
    yield { key: familyOf?.get(caseId) ?? caseId, line: lineOf(caseId, one) };
  }
}

/** Of each pseudonym that a link ever named, the least of its family. */
function familiesOf(links: readonly (readonly [string, string])[]): Map<string, string> {
  return new Map(
    components([], links).flatMap((family) => family.map((member) => [member, family[0] ?? member] as const)),
  );
}

/** The members of a family stand in one file. */
function* filesOf(cases: Cases, familyOf: ReadonlyMap<string, string>): Generator<CaseFile> {
  const members = new Map<string, [string, readonly FiledDelivery[]][]>();
  for (const [caseId, { deliveries }] of cases) {
    const family = familyOf.get(caseId);
    const member: [string, readonly FiledDelivery[]] = [caseId, deliveries];
    if (family === undefined) yield caseFileOf([member]);
    else members.set(family, [...(members.get(family) ?? []), member]);
  }
  for (const family of members.values()) yield caseFileOf(family);
}
