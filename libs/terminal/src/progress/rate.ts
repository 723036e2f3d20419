/** Units per second since the start; 0 where no time has passed. */
export function perSecond(done: number, milliseconds: number): number {
  return milliseconds > 0 ? Math.round((done * 1000) / milliseconds) : 0;
}
