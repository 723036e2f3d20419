import type { Schema } from './figure-schemas';

/** An object that always has all of its members, and no others. */
export function all(properties: Record<string, Schema>): Schema {
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
}

export function nullable(schema: Schema): Schema {
  return { ...schema, nullable: true };
}
