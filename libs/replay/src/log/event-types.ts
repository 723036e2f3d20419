/** What the system itself records; a test asks for each type that a walk through the API leaves in the log. */
const OWN_KINDS = [
  'areas-defined',
  'chain-defined',
  'delivery-calendar-defined',
  'release-published',
  'release-withdrawn',
] as const;

const long = (kind: string): string => `lueckenlos.${kind}.v1`;

/** Every type of event that may stand in the log, as in a CloudEvent. */
export function eventTypes(partnerKinds: readonly string[]): string[] {
  return [...partnerKinds, ...OWN_KINDS].map(long);
}

/** The type of a short or a long name: `died` is `lueckenlos.died.v1`. */
export function typeNamed(name: string): string {
  return name.startsWith('lueckenlos.') ? name : long(name);
}
