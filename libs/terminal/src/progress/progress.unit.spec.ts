import { PassThrough } from 'node:stream';
import { createProgress } from './create-progress';
import type { ProgressOptions } from './progress';

/** A stream that keeps what was written, as a terminal or not. */
function screen(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120 });
  return { stream, text: () => String(stream.read() ?? '') };
}

const filling: Omit<ProgressOptions, 'stream'> = { label: 'Filling', unit: 'events', language: 'en' };

describe('progress without a terminal', () => {
  it('writes a line every few seconds only, and the end', () => {
    const { stream, text } = screen(false);
    let now = 0;
    const progress = createProgress({ ...filling, stream, total: 2_000, now: () => now });
    for (let done = 100; done <= 2_000; done += 100) {
      now += 1_000;
      progress.update(done);
    }
    progress.stop();
    expect(text().trimEnd().split('\n')).toEqual([
      'Filling: 500 / 2,000 events, 100/s',
      'Filling: 1,000 / 2,000 events, 100/s',
      'Filling: 1,500 / 2,000 events, 100/s',
      'Filling: 2,000 / 2,000 events, 100/s',
    ]);
  });

  it('says how much there was even if it was quick, once', () => {
    const { stream, text } = screen(false);
    const progress = createProgress({ ...filling, stream, language: 'de', now: () => 0 });
    progress.update(1_500);
    progress.stop();
    progress.stop();
    expect(text()).toBe('Filling: 1.500 events, 0/s\n');
  });
});

describe('progress on a terminal', () => {
  it('draws a bar that ends full, also where the total was guessed too low', () => {
    const { stream, text } = screen(true);
    let now = 0;
    const progress = createProgress({ ...filling, stream, total: 1_000, now: () => now });
    now = 2_000;
    progress.update(1_200);
    progress.stop();
    expect(text()).toMatch(/100 % · 0s left · 1,200 of 1,200 events · 600\/s/);
  });

  it('leaves Ctrl-C to the process', () => {
    const listeners = process.listenerCount('SIGINT');
    const progress = createProgress({ ...filling, stream: screen(true).stream, total: 10 });
    expect(process.listenerCount('SIGINT')).toBe(listeners);
    progress.stop();
  });
});
