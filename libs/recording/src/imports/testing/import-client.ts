import { until } from '@lueckenlos/platform/testing';
import type { RunningRecording, Sending } from '../../testing/start-recording';
import type { ImportView } from '../job/import-view';

export const NDJSON: Sending = { type: 'application/x-ndjson' };

export interface Problem {
  readonly code: string;
  readonly errors: readonly { pointer: string; code: string }[];
}

interface Rejection {
  readonly line: number;
  readonly id: string | null;
  readonly problem: Problem;
}

/** Whoever sends files, and looks what became of them. */
export class ImportClient {
  constructor(private readonly recording: RunningRecording) {}

  post(body: string | Uint8Array, sending: Sending = NDJSON, query = ''): Promise<Response> {
    return this.recording.send('POST', `/v1/imports${query}`, body, sending);
  }

  /** Sends a file and waits for the end of its job. */
  async imported(body: string | Uint8Array, sending: Sending = NDJSON, query = ''): Promise<ImportView> {
    const response = await this.post(body, sending, query);
    expect(response.status).toBe(202);
    const path = response.headers.get('location') ?? '';
    return until(async () => {
      const answer = await this.recording.send('GET', path, undefined, { as: sending.as });
      const view = (await answer.json()) as ImportView;
      return view.finishedAt === null ? null : view;
    });
  }

  async rejections(id: string, as?: string): Promise<Rejection[]> {
    const answer = await this.recording.send('GET', `/v1/imports/${id}/rejections`, undefined, { as });
    const lines = (await answer.text()).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Rejection);
  }

  /** Line, codes and pointers of each rejection. */
  async short(id: string, as?: string): Promise<string[]> {
    return (await this.rejections(id, as)).map(
      ({ line, problem }) => `${line} ${problem.errors.map((e) => e.code + e.pointer).join()}`,
    );
  }
}
