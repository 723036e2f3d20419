import type { Schema } from './figure-schemas';

/** An object that always has all of its members, perhaps the optional ones, and no others. */
export function all(properties: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema {
  const required = Object.keys(properties);
  return {
    type: 'object',
    required,
    additionalProperties: false,
    properties: { ...properties, ...optional },
  };
}

export function nullable(schema: Schema): Schema {
  return { ...schema, nullable: true };
}
