import { DIMENSIONS } from '@lueckenlos/chain';
import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiQuery, type ApiQueryOptions } from '@nestjs/swagger';
import { BREAKDOWNS, FORMATS } from '../query/figure-query';

const MONTH = '^\\d{4}-(0[1-9]|1[0-2])$';

const PARAMETERS: readonly ApiQueryOptions[] = [
  {
    name: 'chain',
    required: true,
    description: 'Id of the chain.',
    example: 'krefeld',
    schema: { type: 'string' },
  },
  {
    name: 'release',
    required: false,
    description: 'A release, or `latest`: protected figures. Either this or `asOf`.',
    schema: { type: 'string' },
  },
  {
    name: 'asOf',
    required: false,
    description: 'As-of month: what had happened by its end. Exact figures; needs figures:exact.',
    example: '2026-06',
    schema: { type: 'string', pattern: MONTH },
  },
  {
    name: 'knownBefore',
    required: false,
    description: 'Only what was known before this instant. Default: everything up to the answer’s position.',
    schema: { type: 'string', format: 'date-time' },
  },
  {
    name: 'by',
    required: false,
    description: `Breakdown, separated by commas: any of ${BREAKDOWNS.join(', ')}.`,
    example: 'birthYear',
    schema: { type: 'string' },
  },
  { name: 'birthYear', required: false, description: 'Only these birth years.', schema: { type: 'string' } },
  {
    name: 'schoolYear',
    required: false,
    description: 'Only these school-entry years.',
    schema: { type: 'string' },
  },
  {
    name: 'area',
    required: false,
    description: 'Only these areas and what lies in them.',
    schema: { type: 'string' },
  },
  {
    name: 'povertyRisk',
    required: false,
    description: 'Only these: true, false, unknown.',
    schema: { type: 'string' },
  },
  {
    name: 'level',
    required: false,
    description: 'Sum areas up to this kind, by the hierarchy valid in the as-of month.',
    schema: { type: 'string' },
  },
  {
    name: 'dimension',
    required: false,
    description: 'Which known value of area and poverty risk counts.',
    schema: { type: 'string', enum: [...DIMENSIONS], default: 'last' },
  },
  {
    name: 'minPosition',
    required: false,
    description: 'Wait (at most 10 s) until the read models have reached this position.',
    schema: { type: 'string', pattern: '^\\d{1,18}$' },
  },
  {
    name: 'format',
    required: false,
    description: 'Instead of `Accept`.',
    schema: { type: 'string', enum: [...FORMATS] },
  },
];

/** Documents the parameters that all figures share. */
export const ApiFigureQuery = (): MethodDecorator =>
  applyDecorators(
    ...PARAMETERS.map((parameter) => ApiQuery(parameter)),
    ApiHeader({
      name: 'Purpose',
      required: false,
      description: 'Why the figure is needed; written to the access log.',
    }),
  );
