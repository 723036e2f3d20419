/** A node of the hierarchy; `kind` names its level, such as `stadtteil`. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly kind: string;
}

/** What `PUT /v1/areas/{municipality}` takes: the areas that exist from a month on. */
export interface AreaHierarchy {
  /** `YYYY-MM`. */
  readonly validFrom: string;
  readonly areas: readonly Area[];
}
