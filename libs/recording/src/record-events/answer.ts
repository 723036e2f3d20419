import { ProblemError, renderFault, renderProblem, type Language } from '@lueckenlos/platform';
import type { BatchAnswer, PostAnswer, ReceiptAnswer, ResultAnswer } from './answers.dto';
import type { Receipt, RowOutcome, RowResult } from './row';

/** For whom texts are rendered, and under which correlation id. */
export interface Reader {
  readonly language: Language;
  readonly instance: string;
}

export function receiptAnswer({
  id,
  source,
  stream,
  revision,
  position,
  recordedAt,
}: Receipt): ReceiptAnswer {
  return { id, source, stream, revision: Number(revision), position: String(position), recordedAt };
}

/** The answer to a single post; a refused one is thrown as the problem that it is. */
export function postAnswer(result: RowResult, source: string, { language }: Reader): PostAnswer | DryAnswer {
  if (result.faults) throw new ProblemError(result.faults);
  const warnings = (result.warnings ?? []).map((fault) => renderFault(fault, language));
  return result.receipt
    ? { ...receiptAnswer(result.receipt), warnings }
    : { id: result.id ?? '', source, warnings };
}

type DryAnswer = Pick<PostAnswer, 'id' | 'source' | 'warnings'>;

export function batchAnswer(results: readonly RowResult[], reader: Reader): BatchAnswer {
  const count = (outcome: RowOutcome): number =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    accepted: count('accepted'),
    duplicates: count('duplicate'),
    rejected: count('rejected'),
    results: results.map((result) => resultAnswer(result, reader)),
  };
}

function resultAnswer(
  { index, id, outcome, receipt, faults, warnings = [] }: RowResult,
  reader: Reader,
): ResultAnswer {
  return {
    index,
    id,
    outcome,
    ...(receipt ? { position: String(receipt.position) } : {}),
    ...(faults ? { problem: renderProblem(new ProblemError(faults), reader.language, reader.instance) } : {}),
    ...(warnings.length > 0
      ? { warnings: warnings.map((fault) => renderFault(fault, reader.language)) }
      : {}),
  };
}
