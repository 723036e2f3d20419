/** A pause that somebody can cut short; a call that comes too early cuts the next one short. */
export class Pause {
  #ended = false;
  #end: (() => void) | undefined;

  async begin(milliseconds: number): Promise<void> {
    if (!this.#ended) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#ended = false;
    this.#end = undefined;
  }

  end(): void {
    this.#ended = true;
    this.#end?.();
  }
}
