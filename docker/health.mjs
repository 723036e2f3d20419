/** Whether the process in this container may be sent requests. The image has no curl, and needs none. */
const port = process.env.LUECKENLOS_PORT || 3000;
const isReady = await globalThis
  .fetch(`http://127.0.0.1:${port}/health/ready`, {
    signal: globalThis.AbortSignal.timeout(4_000),
  })
  .then(
    (response) => response.ok,
    () => false,
  );
process.exitCode = isReady ? 0 : 1;
