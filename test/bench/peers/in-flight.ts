/** How much of one kind may be under way at once. */
export const IN_FLIGHT = 64;

/** Works on all, {@link IN_FLIGHT} at a time. */
export async function eachInFlight<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}
