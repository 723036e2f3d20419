/** What the exit codes mean; the help and the README list them. */
export const EXIT = {
  ok: 0,
  /** The server refused, or rows were rejected. */
  refused: 1,
  usage: 2,
  unreachable: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
