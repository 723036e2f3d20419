import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { notLeader, unavailable } from './broken-call';
import type { FakeAppend, FakeLog, FakeVerdict } from './fake-log';
import type { AppendFault, Faults } from './faults';
import { answerOf, appendOf, identifierOf, refusalOf } from './messages';

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** What the fake node saw. */
export interface Seen {
  /** How many events it has sent to readers. */
  read: number;
  /** All appends as they came in, repeated ones too. */
  readonly appends: FakeAppend[];
  /** Most appends that were without an answer at one time. */
  mostInFlight: number;
}

/** Serves one stream of batched appends. */
export function serveAppends(
  call: BatchCall,
  log: FakeLog,
  faults: Faults<AppendFault>,
  seen: Seen,
  port: number,
): void {
  const gathered = new Map<string, BatchAppendReq[]>();
  let inFlight = 0;
  call.on('error', () => undefined);
  call.on('end', () => call.end());
  call.on('data', (message: BatchAppendReq) => {
    const correlation = message.getCorrelationId()?.getString() ?? '';
    const messages = [...(gathered.get(correlation) ?? []), message];
    gathered.set(correlation, messages);
    if (!message.getIsFinal()) return;
    gathered.delete(correlation);
    const append = appendOf(messages);
    seen.appends.push(append);
    seen.mostInFlight = Math.max(seen.mostInFlight, ++inFlight);
    void serve(append, message).finally(() => inFlight--);
  });

  async function serve(append: FakeAppend, message: BatchAppendReq): Promise<void> {
    const fault = faults.take(append.stream);
    const answer = (verdict: FakeVerdict): void => say(answerOf(verdict));
    const say = (answered: BatchAppendResp): void => {
      answered.setCorrelationId(message.getCorrelationId());
      answered.setStreamIdentifier(identifierOf(append.stream));
      call.write(answered);
    };
    if (fault === undefined) return answer(log.append(append));
    if (fault === 'held') await faults.hold('held');
    if (['lost-answer', 'twice', 'late', 'held', 'unavailable-after'].includes(fault)) {
      const verdict = log.append(append);
      if (fault === 'late') await faults.hold('late');
      if (fault === 'unavailable-after') call.emit('error', unavailable());
      else if (fault !== 'lost-answer') answer(verdict);
      if (fault === 'twice') answer(verdict);
    } else if (fault === 'not-leader') call.emit('error', notLeader(port));
    else if (fault === 'unavailable') call.emit('error', unavailable());
    else if (fault === 'not-ready') say(refusalOf('Server Is Not Ready'));
    else if (fault === 'bad-request') say(refusalOf('BadRequest', 'event_store.client.BadRequest'));
    else if (fault === 'timeout') say(refusalOf('Timeout', 'event_store.client.Timeout'));
    else if (fault === 'denied') say(refusalOf('Access Denied', 'event_store.client.AccessDenied'));
    else if (fault === 'elsewhere') answer({ actual: append.expected + 1n });
    else if (fault === 'close') call.end();
  }
}
