/** A JSON Schema for one member, in the words that both Ajv and OpenAPI understand. */
export interface MemberSchema {
  readonly type: 'string' | 'boolean' | 'object';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
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
