import type { OpenAPIObject } from '@nestjs/swagger';

type Responses = NonNullable<OpenAPIObject['paths'][string]['get']>['responses'];
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const text = { type: 'string' } as const;

const PROBLEM: Schemas[string] = {
  type: 'object',
  description: 'A problem document (RFC 9457). Codes are stable, texts are not.',
  required: ['type', 'title', 'status', 'detail', 'code', 'errors', 'instance'],
  additionalProperties: false,
  properties: {
    type: { ...text, description: 'URN that ends in the code.' },
    title: text,
    status: { type: 'integer' },
    detail: text,
    code: { ...text, description: 'Of the first fault.' },
    errors: {
      type: 'array',
      description: 'All faults at once.',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        additionalProperties: false,
        properties: {
          pointer: { ...text, description: 'JSON pointer; for parameters /name.' },
          code: text,
          detail: text,
        },
      },
    },
    instance: { ...text, description: 'Correlation id.' },
  },
};

const CONTENT = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Says of every operation that whatever else it answers is a problem document. */
export function describeProblems(document: OpenAPIObject): void {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) operation.responses = withProblems(operation.responses);
    }
  }
}

function withProblems(responses: Responses): Responses {
  const described = Object.entries(responses).map(([status, response]) => {
    const refusal = Number(status) >= 400 && response && !('$ref' in response);
    return [status, refusal ? { ...response, content: CONTENT } : response] as const;
  });
  return { ...Object.fromEntries(described), default: { description: 'Anything else.', content: CONTENT } };
}
