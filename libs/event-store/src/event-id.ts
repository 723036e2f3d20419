import { createHash } from 'node:crypto';

/** The namespace of our event ids: the UUIDv5 of the name `lueckenlos/event` in the DNS namespace of RFC 9562. */
const NAMESPACE = uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'lueckenlos/event');

/**
 * The id under which an event is stored: the same for every delivery of it, another one for every other sender.
 * The line feed keeps the two parts apart; it can stand in neither.
 */
export function eventId(source: string, id: string): string {
  return uuid5(NAMESPACE, `${source}\n${id}`);
}

function uuid5(namespace: string, name: string): string {
  const hash = createHash('sha1').update(namespace.replaceAll('-', ''), 'hex').update(name, 'utf8').digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
