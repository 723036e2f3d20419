/** Asks for the next item while one is worked on. */
export async function* ahead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = ask(items);
  try {
    for (let item = await next; !item.done; item = await next) {
      next = ask(items);
      yield item.value;
    }
  } finally {
    // Whoever stops before the end does not leave a question behind.
    await next.catch(() => undefined);
    await items.return(undefined);
  }
}

function ask<T>(items: AsyncGenerator<T>): Promise<IteratorResult<T>> {
  const next = items.next();
  // Whoever waits for it gets the failure; until then nobody does.
  next.catch(() => undefined);
  return next;
}
