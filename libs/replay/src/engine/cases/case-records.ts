import { caseFileOf, components, isLink, type CaseFile, type FiledDelivery } from '@lueckenlos/chain';
import { checkRevision } from '../log/log-order';
import { caseOf, lineOf, mergeLine, type GatheredCases } from './gathered';
import { Partitions } from './partitions';

/** Bytes that a delivery takes in memory, give or take: an object, its id and two numbers. */
const DELIVERY = 256;
/** A line of text takes so many times its bytes once it is read back. */
const EXPANSION = 8;
/** A file that is too large is spread over finer ones, so often at most. */
const DEEPEST = 4;

/**
 * The records of all cases of a log, within a bound of memory: what goes beyond it is spilled into files by a hash of the case, and
 * read back file by file. Only the pairs of linked pseudonyms, of which there are few, stay in memory all the time.
 */
export class CaseRecords {
  private gathered: GatheredCases = new Map();
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
    let known = this.gathered.get(caseId);
    if (known) checkRevision(known.last, revision, position);
    else {
      // What was spilled before is compared when it is read back.
      if (!this.spilled) checkRevision(-1, revision, position);
      known = { first: revision, position, last: revision, deliveries: [] };
      this.gathered.set(caseId, known);
    }
    known.last = revision;
    if (!delivery) return;
    known.deliveries.push(delivery);
    this.bytes += DELIVERY;
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
  async *files(): AsyncGenerator<CaseFile[]> {
    const familyOf = familiesOf(this.links);
    if (!this.spilled) {
      yield filesOf(this.gathered, familyOf);
      return;
    }
    await this.spill();
    const families = new Partitions(`${this.folder}/families`);
    const keyOf = (line: string): string => familyOf.get(caseOf(line)) ?? caseOf(line);
    for await (const cases of this.portions(this.spilled, keyOf)) {
      const members = [...cases].filter(([caseId]) => familyOf.has(caseId));
      await families.add(
        members.map(([caseId, one]) => ({ key: familyOf.get(caseId) ?? caseId, line: lineOf(caseId, one) })),
      );
      for (const [caseId] of members) cases.delete(caseId);
      yield filesOf(cases, familyOf);
    }
    for await (const cases of this.portions(families, keyOf)) yield filesOf(cases, familyOf);
  }

  private async spill(): Promise<void> {
    this.spilled ??= new Partitions(`${this.folder}/cases`);
    const lines = [...this.gathered].map(([key, one]) => ({ key, line: lineOf(key, one) }));
    this.gathered = new Map();
    this.bytes = 0;
    await this.spilled.add(lines);
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

/** Of each pseudonym that a link ever named, the least of its family. */
function familiesOf(links: readonly (readonly [string, string])[]): Map<string, string> {
  return new Map(
    components([], links).flatMap((family) => family.map((member) => [member, family[0] ?? member] as const)),
  );
}

/** The members of a family stand in one file. */
function filesOf(cases: GatheredCases, familyOf: ReadonlyMap<string, string>): CaseFile[] {
  const members = new Map<string, [string, readonly FiledDelivery[]][]>();
  const files: CaseFile[] = [];
  for (const [caseId, { deliveries }] of cases) {
    const family = familyOf.get(caseId);
    const member: [string, readonly FiledDelivery[]] = [caseId, deliveries];
    if (family === undefined) files.push(caseFileOf([member]));
    else members.set(family, [...(members.get(family) ?? []), member]);
  }
  for (const family of members.values()) files.push(caseFileOf(family));
  return files;
}
