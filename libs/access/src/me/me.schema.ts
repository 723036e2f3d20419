const texts = { type: 'array', items: { type: 'string' } } as const;

/** The answer of `GET /v1/me`, for the OpenAPI document. */
export const meSchema = {
  type: 'object',
  required: ['clientId', 'role', 'scopes', 'agency', 'maySend'],
  properties: {
    clientId: { type: 'string' },
    role: { type: 'string' },
    scopes: texts,
    agency: { type: 'string', nullable: true },
    maySend: {
      type: 'object',
      nullable: true,
      description: 'What the agency may send; "*" is every stage. Null for those who send nothing.',
      properties: {
        title: { type: 'object', properties: { de: { type: 'string' }, en: { type: 'string' } } },
        stages: texts,
        types: texts,
      },
    },
  },
};
