import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { OpenAPIObject } from '@nestjs/swagger';

interface DocumentedResponse {
  content?: Record<string, { schema?: object }>;
}
type Operation = { responses: Record<string, DocumentedResponse> };

/** Holds answers against the OpenAPI document. */
export class Documented {
  private readonly ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenAPIObject) {
    this.ajv.addSchema({ $id: 'document', components: document.components });
  }

  /** What is wrong with an answer; empty where it is as documented. */
  async faultsOf(method: string, path: string, answer: Response): Promise<string[]> {
    const [template, operation] = this.operationAt(method, path);
    if (!operation) return [`${method} ${path} is not documented`];
    const status = String(answer.status);
    const response = operation.responses[status] ?? (answer.ok ? undefined : operation.responses['default']);
    if (!response) return [`${method} ${template} does not document ${status}`];
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    const schema = response.content?.[type]?.schema;
    if (!schema)
      return answer.status === 204 ? [] : [`${method} ${template} ${status} does not document ${type}`];
    if (!/\bjson$/.test(type)) return [];
    return this.validate(`${method} ${template} ${status}`, schema, await answer.json());
  }

  private validate(key: string, schema: object, body: unknown): string[] {
    const local = JSON.parse(
      JSON.stringify(schema).replaceAll('"#/components', '"document#/components'),
    ) as object;
    const validate = this.validators.get(key) ?? this.ajv.compile(local);
    this.validators.set(key, validate);
    return validate(body)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${key} ${instancePath} ${message}`);
  }

  private operationAt(method: string, path: string): [string, Operation | undefined] {
    const bare = path.split('?')[0] ?? '';
    for (const [template, item] of Object.entries(this.document.paths)) {
      const pattern = new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
      const operation = (item as Record<string, Operation>)[method.toLowerCase()];
      if (pattern.test(bare) && operation) return [template, operation];
    }
    return [path, undefined];
  }
}
