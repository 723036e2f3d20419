import { ReplayedLog, type ReadingOptions } from '../engine/replayed-log';

/** What a line of a log is made of; its place follows from where it stands. */
export interface Told {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The case of a partner's record; without one it is what the system itself recorded. */
  readonly subject?: string;
  readonly id?: string;
  readonly stream?: string;
  readonly knownAt?: string;
  readonly source?: string;
}

/** The lines of a log, as `GET /v1/log` gives them. */
export function logLines(told: readonly Told[]): string[] {
  const revisions = new Map<string, number>();
  return told.map(
    ({ type, data, subject, id = `r${type}`, knownAt = '2020-01-01T00:00:00.000Z', ...more }, i) => {
      const { source = subject === undefined ? '/lueckenlos' : '/agencies/a' } = more;
      const { stream = subject === undefined ? 'definitions' : `case-${subject}` } = more;
      const revision = (revisions.get(stream) ?? -1) + 1;
      revisions.set(stream, revision);
      const place = { position: String(i + 1), stream, revision: String(revision) };
      return JSON.stringify({ id, source, type, subject, data, ...place, recordedAt: knownAt, knownAt });
    },
  );
}

/** Reads lines as a replay does, three at a time. Files are written below the folder. */
export function readLines(
  lines: readonly string[],
  { folder = '/nowhere', memory = 2 ** 26, ...more }: Partial<ReadingOptions> = {},
): Promise<ReplayedLog> {
  const chunks = lines.flatMap((_, i) => (i % 3 === 0 ? [`${lines.slice(i, i + 3).join('\n')}\n`] : []));
  return ReplayedLog.read(chunks, { folder, memory, ...more });
}

const stage = (id: string, months: number): object => ({
  id,
  title: { de: id, en: id },
  due: { rule: 'monthsAfterBirth', months },
  grace: 2,
});

/** A chain of three stages. */
export const CHAIN: Told = {
  type: 'lueckenlos.chain-defined.v1',
  stream: 'chain-small',
  data: {
    chain: 'small',
    title: { de: 'Klein', en: 'Small' },
    versions: [
      {
        version: 1,
        validForBirthsFrom: '1900-01',
        schoolYear: { cutoffMonth: 9, age: 6, startMonth: 8 },
        stages: [stage('birth', 0), stage('u5', 6), stage('kita', 12)],
      },
    ],
  },
};

/** Two districts of a town. */
export const AREAS: Told = {
  type: 'lueckenlos.areas-defined.v1',
  stream: 'areas-small',
  data: {
    municipality: 'small',
    validFrom: '2000-01',
    areas: [
      { code: 'town', name: 'Town', parent: null, kind: 'town' },
      { code: 'd1', name: 'One', parent: 'town', kind: 'district' },
      { code: 'd2', name: 'Two', parent: 'town', kind: 'district' },
    ],
  },
};

/** A record of a case, of the kinds that state a fact. */
export function fact(subject: string, id: string, occurredOn: string, more: object = {}): Told {
  return {
    type: 'lueckenlos.stage-reached.v1',
    subject,
    id,
    data: { stage: 'birth', occurredOn, area: 'd1', povertyRisk: null, ...more },
  };
}
