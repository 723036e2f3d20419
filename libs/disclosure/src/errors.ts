import type { Title } from '@lueckenlos/chain';

/** Parameters that no table can fulfil. The code is stable, the texts may change. */
export class DisclosureError extends Error {
  override readonly name = 'DisclosureError';

  constructor(
    readonly code: `disclosure.${string}`,
    readonly text: Title,
  ) {
    super(text.en);
  }
}
