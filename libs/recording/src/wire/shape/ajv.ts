import Ajv from 'ajv';
import { instantOfText, monthOfText } from '../calendar';

/** The one Ajv of the wire format, with our formats. It collects all errors and composes no messages. */
export const ajv = new Ajv({
  allErrors: true,
  messages: false,
  strict: true,
  formats: {
    'month-or-day': (text: string) => monthOfText(text) !== null,
    instant: (text: string) => instantOfText(text) !== null,
  },
});
