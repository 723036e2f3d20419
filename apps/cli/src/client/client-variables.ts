import type { ConfigRow } from '@lueckenlos/platform/config';

/** Variables that only this tool reads: who it is to the server. */
export const CLIENT_VARIABLES: readonly ConfigRow[] = [
  {
    name: 'LUECKENLOS_CLIENT_ID',
    default: 'none',
    meaning: 'Client under which the command line tool fetches its tokens.',
  },
  {
    name: 'LUECKENLOS_CLIENT_SECRET',
    default: 'none',
    meaning: 'Secret of that client. It is never shown.',
  },
];
