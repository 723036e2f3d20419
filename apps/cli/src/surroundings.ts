import type { OutputStream } from '@lueckenlos/terminal';
import type { Readable } from 'node:stream';

/** Everything that the tool touches besides files and the network; tests hand in their own. */
export interface Surroundings {
  readonly stdin: Readable;
  /** Results: what the next program in a pipe reads. */
  readonly stdout: OutputStream;
  /** Progress, notes and errors. */
  readonly stderr: OutputStream;
  readonly environment: NodeJS.ProcessEnv;
  readonly clock: () => Date;
}
