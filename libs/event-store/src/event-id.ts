import { hash } from 'node:crypto';

/** The namespace of our event ids: the UUIDv5 of the name `lueckenlos/event` in the DNS namespace of RFC 9562. */
const NAMESPACE = bytesOf(uuid5(bytesOf('6ba7b810-9dad-11d1-80b4-00c04fd430c8'), 'lueckenlos/event'));

/**
 * The id under which an event is stored: the same for every delivery of it, another one for every other sender.
 * The line feed keeps the two parts apart; it can stand in neither.
 */
export function eventId(source: string, id: string): string {
  return uuid5(NAMESPACE, `${source}\n${id}`);
}

/** RFC 9562, section 5.5. One call for the hash: a file has an id, and often a target, in each of its rows. */
function uuid5(namespace: Buffer, name: string): string {
  const named = Buffer.allocUnsafe(namespace.length + Buffer.byteLength(name));
  named.set(namespace);
  named.write(name, namespace.length);
  const hex = hash('sha1', named, 'hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
