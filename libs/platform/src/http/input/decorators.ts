import { Body, Query, type Type } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { DtoPipe } from './dto-pipe';

/** Marks the methods of controllers that read query parameters themselves. */
export const READS_QUERY = Symbol('reads query');

/**
 * Gives the query parameters as an instance of a class-validator DTO. A parameter that is unknown, repeated,
 * missing or invalid is a 400 naming what is valid. Methods without it take no query parameters at all.
 */
export function QueryOf<T extends object>(dto: Type<T>): ParameterDecorator {
  return (target, method, index) => {
    if (method !== undefined) {
      Reflect.defineMetadata(READS_QUERY, true, target, method);
    }
    Query(new DtoPipe(dto, 'parameter'))(target, method, index);
  };
}

/** Gives the JSON body as an instance of a class-validator DTO. Every broken rule is told at once, as a 422. */
export function BodyOf<T extends object>(dto: Type<T>): ParameterDecorator {
  return Body(new DtoPipe(dto, 'member'));
}

/** Reads `a,b,c` as a list of texts; empty parts are left out. */
export function CommaSeparated(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',').filter((part) => part !== '') : value,
  );
}
