/** How long everything may take. The defaults suit a cluster that elects a new leader now and then. */
export interface Timing {
  /** Our own timer around an append. Sending it again is harmless at any time. */
  readonly appendMs: number;
  /** How long a read or a probe may stay silent. */
  readonly silenceMs: number;
  /** How long a call is repeated before its caller is told that the log is away. */
  readonly patienceMs: number;
  /** How long a reservation holds without being prolonged: longer than any append that was sent under it. */
  readonly leaseMs: number;
  /** How long after it was reserved or prolonged an append is sent unasked: the server may take 10 seconds more for it. */
  readonly freshMs: number;
  /** How long somebody else's reservation is waited for. */
  readonly busyMs: number;
  /** After this, a reservation of the very same events is taken over: its owner seems to be gone. */
  readonly adoptMs: number;
  /** First and longest pause between two tries. */
  readonly pauseMs: number;
  readonly maxPauseMs: number;
  /** Longest pause before somebody else's reservation is looked at again: most are gone in a moment. */
  readonly busyPauseMs: number;
  /** How long what is on its way may still take when the store is closed. */
  readonly closeMs: number;
  /** How often abandoned reservations are looked for, and how often the head while somebody waits. */
  readonly settleMs: number;
  readonly pollMs: number;
}

export const TIMING: Timing = {
  appendMs: 5_000,
  silenceMs: 8_000,
  patienceMs: 30_000,
  leaseMs: 25_000,
  freshMs: 5_000,
  busyMs: 8_000,
  adoptMs: 2_000,
  pauseMs: 20,
  maxPauseMs: 2_000,
  busyPauseMs: 500,
  closeMs: 10_000,
  settleMs: 5_000,
  pollMs: 500,
};
