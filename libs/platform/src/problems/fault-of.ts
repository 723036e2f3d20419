import { databaseFault } from '../database/database-fault';
import './platform-problems';
import type { Fault } from './problem-definition';
import { ProblemError } from './problem-error';

/** What an error is to an operator: a code with texts and nothing that the error quotes. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof ProblemError)) return { code: databaseFault(error) ?? 'platform.internal-error' };
  const behind = databaseFault(error.cause);
  return behind === undefined ? error.faults[0] : { code: behind };
}
