import type { SchoolYearParameters } from '@lueckenlos/chain';

/**
 * § 35 (1) SchulG NRW: compulsory schooling begins on 1 August for children who are six by the end of
 * 30 September. So it has been since 2011, for births from October 2004; a town that brings older cohorts adds a
 * version with their cut-off.
 */
export const NRW_SCHOOL_YEAR: SchoolYearParameters = { cutoffMonth: 9, age: 6, startMonth: 8 };
