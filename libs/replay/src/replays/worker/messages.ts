import type {
  CurvesQuestion,
  CurvesReplay,
  LoggedRelease,
  PublishedCells,
  Replay,
  ReplayQuestion,
} from '../../engine';
import type { PerturbationTable } from '@lueckenlos/disclosure';
import type { FaultCode } from '../../engine/fault';

/** A task without functions, which don't pass between processes: the keys go as the secret that they are made of. */
export type OrderedTask =
  | { readonly question: ReplayQuestion }
  | { readonly curves: CurvesQuestion }
  | {
      readonly release: {
        readonly release: LoggedRelease;
        readonly published: PublishedCells;
        readonly table: PerturbationTable;
        readonly secret: Uint8Array;
        readonly codeVersion: string;
      };
      readonly breakdown: Pick<ReplayQuestion, 'by' | 'level'>;
    };

/** What the worker is told first; then the log comes in at its standard input. */
export interface WorkerOrder {
  readonly task: OrderedTask;
  readonly memory: number;
  readonly folder: string;
  readonly upTo: number;
}

/** What comes of it. */
export type WorkerAnswer =
  | { readonly replayed: Replay | CurvesReplay }
  | {
      readonly fault: {
        readonly code: FaultCode;
        readonly params: Readonly<Record<string, string | number>>;
      };
    }
  | { readonly error: string };

/** What the worker tells: how far it is, and at the end its answer. */
export type WorkerMessage = { readonly events: number } | WorkerAnswer;
