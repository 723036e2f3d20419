/** Which agency may send what: the content of the file that `LUECKENLOS_AGENCIES` names. */
export interface AgencyFile {
  readonly agencies: readonly AgencyEntry[];
}

export interface AgencyEntry {
  /** The claim `agency` of its tokens, and the end of the `source` of its records. */
  readonly id: string;
  readonly title: { readonly de: string; readonly en: string };
  /** Stage ids of any chain, or `*` for all. */
  readonly stages: readonly string[];
  /** Kinds of records, or `*` for all. Those that are always allowed need not be listed. */
  readonly types: readonly string[];
}

/** The kinds of records that a file may name. */
export const RECORD_KINDS = [
  'stage-reached',
  'moved-in',
  'moved-out',
  'relocated',
  'died',
  'corrected',
  'retracted',
  'cases-linked',
  'cases-unlinked',
  'delivery-completed',
  'delivery-reopened',
] as const;

/** Everybody may put right what they have sent themselves, and say how far they have delivered. */
export const ALWAYS_ALLOWED: readonly string[] = [
  'corrected',
  'retracted',
  'delivery-completed',
  'delivery-reopened',
];
