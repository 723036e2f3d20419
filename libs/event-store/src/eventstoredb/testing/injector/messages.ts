import { BatchAppendReq, BatchAppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import {
  AllStreamPosition,
  StreamIdentifier,
  UUID,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import type { FakeAppend, FakeEvent, FakeNewEvent, FakeVerdict } from './fake-log';

export function streamNameOf(identifier: StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

export function identifierOf(stream: string): StreamIdentifier {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
}

/** An append as it is once its last message has come. */
export function appendOf(messages: readonly BatchAppendReq[]): FakeAppend {
  const options = messages[0]?.getOptions();
  const expected = options?.hasNoStream() ? -1n : BigInt(options?.getStreamPosition() ?? -1);
  const events = messages.flatMap((message) => message.getProposedMessagesList().map(newEventOf));
  return { stream: streamNameOf(options?.getStreamIdentifier()), expected, events };
}

function newEventOf(message: BatchAppendReq.ProposedMessage): FakeNewEvent {
  const named = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: named.get('type') ?? '',
    contentType: named.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export function answerOf(verdict: FakeVerdict): BatchAppendResp {
  const answer = new BatchAppendResp();
  if ('actual' in verdict) return answer.setError(wrongRevision(verdict.actual));
  const position = new AllStreamPosition();
  position.setCommitPosition(String(verdict.position)).setPreparePosition(String(verdict.position));
  const success = new BatchAppendResp.Success();
  success.setCurrentRevision(String(verdict.revision)).setPosition(position);
  return answer.setSuccess(success);
}

function wrongRevision(actual: bigint): Status {
  const details = new WrongExpectedVersion();
  if (actual >= 0n) details.setCurrentStreamRevision(String(actual));
  else details.setCurrentNoStream(new Empty());
  const packed = new Any();
  packed.pack(details.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  return new Status().setMessage('WrongExpectedVersion').setDetails(packed);
}

/** A refusal in words, which is all that the client gets to see of it. */
export function refusalOf(text: string, typeName = 'google.protobuf.Empty'): BatchAppendResp {
  const packed = new Any();
  packed.pack(new Empty().serializeBinary(), typeName);
  return new BatchAppendResp().setError(new Status().setMessage(text).setDetails(packed));
}

export function eventMessage(event: FakeEvent): ReadResp {
  const { id, stream, revision, position, type, contentType, data, metadata } = event;
  const uuid = new UUID();
  uuid.setString(id);
  const recorded = new ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuid).setStreamIdentifier(identifierOf(stream)).setStreamRevision(String(revision));
  recorded.setCommitPosition(String(position)).setPreparePosition(String(position));
  recorded.setData(data).setCustomMetadata(metadata);
  recorded.getMetadataMap().set('type', type).set('content-type', contentType).set('created', '0');
  const read = new ReadResp.ReadEvent();
  read.setEvent(recorded).setCommitPosition(String(position));
  return new ReadResp().setEvent(read);
}

export function notFound(stream: string): ReadResp {
  return new ReadResp().setStreamNotFound(
    new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)),
  );
}

export function confirmation(): ReadResp {
  return new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId('fake'));
}
