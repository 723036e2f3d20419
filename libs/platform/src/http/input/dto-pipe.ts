import type { PipeTransform, Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Fault } from '../../problems/problem-definition';
import { ProblemError } from '../../problems/problem-error';
import { faultsOf } from './faults-of';
import { codeOf, type Place } from './rules';

/** Makes an instance of the DTO out of what was sent, or tells all faults at once. */
export class DtoPipe<T extends object> implements PipeTransform<unknown, T> {
  constructor(
    private readonly dto: Type<T>,
    private readonly place: Place,
  ) {}

  transform(value: unknown): T {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ProblemError({ code: codeOf(this.place, 'type'), params: { expected: 'object' } });
    }
    const repeated = this.place === 'parameter' ? repeatedParameters(value) : [];
    if (repeated.length > 0) {
      throw new ProblemError(repeated);
    }
    const instance = plainToInstance(this.dto, value);
    const errors = validateSync(instance, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
    });
    if (errors.length > 0) {
      throw new ProblemError(faultsOf(errors, this.place));
    }
    return instance;
  }
}

/** A parameter that stands in the query string twice arrives as a list. */
export function repeatedParameters(query: object): Fault[] {
  return Object.entries(query)
    .filter(([, value]) => Array.isArray(value))
    .map(([name]) => ({ code: codeOf('parameter', 'repeated'), pointer: `/${name}` }));
}
