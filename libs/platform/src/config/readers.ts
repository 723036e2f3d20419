import { accessSync, constants } from 'node:fs';

/** Turns the text of a variable into a value, or says what would be valid by throwing. */
export type Reader<T> = (text: string) => T;

export const text: Reader<string> = (value) => value;

export function integer(from: number, to: number): Reader<number> {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < from || number > to) {
      throw new Error(`must be a whole number from ${from} to ${to}`);
    }
    return number;
  };
}

export function oneOf<const T extends string>(...values: readonly T[]): Reader<T> {
  return (value) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) {
      throw new Error(`must be one of ${values.join(', ')}`);
    }
    return found;
  };
}

export const flag: Reader<boolean> = (value) => {
  if (value !== '0' && value !== '1') {
    throw new Error('must be 0 or 1');
  }
  return value === '1';
};

export function pattern(form: RegExp, meaning: string): Reader<string> {
  return (value) => {
    if (!form.test(value)) {
      throw new Error(`must be ${meaning}`);
    }
    return value;
  };
}

const PERIOD = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/;

/** An ISO 8601 period of years, months and days (months count 28 days here, so that none is too short). */
export function period(leastDays: number): Reader<string> {
  return (value) => {
    const [, years = '0', months = '0', days = '0'] = PERIOD.exec(value) ?? [];
    if (Number(years) * 365 + Number(months) * 28 + Number(days) < leastDays) {
      throw new Error(`must be an ISO 8601 period of at least ${leastDays} days, such as P5Y, P18M or P90D`);
    }
    return value;
  };
}

/** Like a URL, but with any number of hosts. What it consists of is checked by whoever connects. */
export function connectionString(...protocols: readonly string[]): Reader<string> {
  return (value) => {
    if (!protocols.some((name) => value.startsWith(`${name}://`))) {
      throw new Error(`must start with ${protocols.map((name) => `${name}://`).join(' or ')}`);
    }
    return value;
  };
}

export function url(...protocols: readonly string[]): Reader<string> {
  return (value) => {
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol.slice(0, -1))) {
      throw new Error(`must be a URL starting with ${protocols.map((name) => `${name}://`).join(' or ')}`);
    }
    return value;
  };
}

/** A file that this process may read. What stands in it is checked by whoever reads it. */
export const readableFile: Reader<string> = (value) => {
  try {
    accessSync(value, constants.R_OK);
  } catch (error) {
    throw new Error(`names a file that cannot be read (${(error as NodeJS.ErrnoException).code})`, {
      cause: error,
    });
  }
  return value;
};

/** The parameters of a database URL that name files: the authority to trust, and a certificate of our own. */
const FILES_OF_TLS = ['sslrootcert', 'sslcert', 'sslkey'];

export const databaseUrl: Reader<string> = (value) => {
  const { searchParams } = new URL(url('postgres', 'postgresql')(value));
  for (const name of FILES_OF_TLS) {
    const file = searchParams.get(name);
    if (file !== null) readableFile(file);
  }
  return value;
};
