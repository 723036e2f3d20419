/** A JSON Schema for one member, in the words that both Ajv and OpenAPI understand. */
export interface MemberSchema {
  readonly type: 'string' | 'boolean' | 'object' | 'array';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly items?: MemberSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  /** Of an object: its members, all of them required, and no others. */
  readonly properties?: Readonly<Record<string, MemberSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
}

/** What one member of an event must look like whoever sends it. A member has one code: its text says all of what is right. */
export interface MemberRule {
  readonly code: string;
  readonly schema: MemberSchema;
  readonly description: string;
  readonly example: unknown;
  /** What the text of the code names, such as the valid values. */
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
}
