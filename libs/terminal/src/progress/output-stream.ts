/** Where text for people goes: a terminal, a file or a pipe, or what a test reads. */
export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}
