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
