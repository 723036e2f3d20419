/** No control characters, and no half of a surrogate pair: neither can be stored as text. */
export const TEXT_WITHOUT_CONTROLS = '^[^\\p{Cc}\\p{Cs}]*$';

/** The same for text of several lines. */
export const LINES_WITHOUT_CONTROLS = '^([^\\p{Cc}\\p{Cs}]|[\\t\\r\\n])*$';
