type Listener = (message: unknown) => void;

interface Call {
  on(event: string, listener: Listener): unknown;
}

/** The generated stubs of a client package, as far as appends go. */
export interface AppendStubs {
  readonly StreamsClient: { readonly prototype: { batchAppend: (...args: unknown[]) => Call } };
}

/**
 * The client keeps the appends of all its streams in one place, and an error on one stream clears it. An answer that
 * comes afterwards, or a second one, makes its listener throw where nobody can catch it: the process would end. Nobody
 * waits for such an answer any more, because the append is repeated, so it is dropped.
 */
export function dropStrayAnswers({ StreamsClient: { prototype } }: AppendStubs): void {
  const open = prototype.batchAppend;
  prototype.batchAppend = function (...args) {
    const call = open.apply(this, args);
    const on = call.on.bind(call);
    call.on = (event, listener) => on(event, event === 'data' ? tolerant(listener) : listener);
    return call;
  };
}

function tolerant(listener: Listener): Listener {
  return (message) => {
    try {
      listener(message);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  };
}
