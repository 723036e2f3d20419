/** Said in every file whose format has room for it. */
export const MONTHS_NOTE =
  'Days are not known. A month is written as its first day; what has no month bears the instant at which it was known.';
