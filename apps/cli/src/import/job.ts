/** The answer of `GET /v1/imports/{id}`. */
export interface ImportJob {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly digest: string;
}

export function isFinished({ state }: ImportJob): boolean {
  return state !== 'queued' && state !== 'running';
}

export function pathOf(id: string): string {
  return `/v1/imports/${encodeURIComponent(id)}`;
}
