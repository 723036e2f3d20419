/** What a partner can say, each as a CloudEvent type. */
export const PARTNER_TYPES = [
  'lueckenlos.stage-reached.v1',
  'lueckenlos.moved-in.v1',
  'lueckenlos.moved-out.v1',
  'lueckenlos.relocated.v1',
  'lueckenlos.died.v1',
  'lueckenlos.corrected.v1',
  'lueckenlos.retracted.v1',
  'lueckenlos.cases-linked.v1',
  'lueckenlos.cases-unlinked.v1',
  'lueckenlos.delivery-completed.v1',
  'lueckenlos.delivery-reopened.v1',
] as const;

export type PartnerType = (typeof PARTNER_TYPES)[number];

/** The kind of record that a type stands for, as it is called in the glossary and in CSV files. */
type KindOf<T extends PartnerType> = T extends `lueckenlos.${infer Kind}.v1` ? Kind : never;

const KNOWN: ReadonlySet<unknown> = new Set(PARTNER_TYPES);

export function isPartnerType(value: unknown): value is PartnerType {
  return KNOWN.has(value);
}

/** Says of two pseudonyms whether they are one child. It states no fact of a case, and is taken back by its opposite. */
export type LinkType = 'lueckenlos.cases-linked.v1' | 'lueckenlos.cases-unlinked.v1';

export function isLinkType(type: string): type is LinkType {
  return type === 'lueckenlos.cases-linked.v1' || type === 'lueckenlos.cases-unlinked.v1';
}

/** Says of a period whether all of it is delivered. It is about an agency and no case, and is taken back by its opposite. */
export type DeliveryType = 'lueckenlos.delivery-completed.v1' | 'lueckenlos.delivery-reopened.v1';

export function isDeliveryType(type: unknown): type is DeliveryType {
  return type === 'lueckenlos.delivery-completed.v1' || type === 'lueckenlos.delivery-reopened.v1';
}

/** Whether a type is about one case and nothing else, and can therefore be corrected and retracted. */
export function isCaseType(type: PartnerType): type is Exclude<PartnerType, LinkType | DeliveryType> {
  return !isLinkType(type) && !isDeliveryType(type);
}

const KINDS = new Map(PARTNER_TYPES.map((type) => [type, type.slice('lueckenlos.'.length, -'.v1'.length)]));

/** `lueckenlos.moved-in.v1` → `moved-in`. */
export function kindOfType<T extends PartnerType>(type: T): KindOf<T> {
  return KINDS.get(type) as KindOf<T>;
}
