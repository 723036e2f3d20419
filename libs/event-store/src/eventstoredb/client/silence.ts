/** Nothing came in time. Whether an append was stored is unknown. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';

  constructor(readonly what: 'append' | 'read') {
    super(`EventStoreDB did not answer a call (${what}) in time`);
  }
}

/** A timer of our own: the deadlines of the client measure something else, or nothing. */
export async function inTime<T>(call: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new SilenceError('append')), limitMs);
  });
  try {
    return await Promise.race([call, silence]);
  } finally {
    clearTimeout(timer);
  }
}
