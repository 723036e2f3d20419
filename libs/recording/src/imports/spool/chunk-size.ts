/** Bytes of a file in one piece of the spool, before compression. Fixed: a place in the file tells its piece. */
export const CHUNK_SIZE = 1024 * 1024;
