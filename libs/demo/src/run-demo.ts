import type { RunningService } from '@lueckenlos/service';
import { beginFilling } from './fill-store';
import { latestFigure } from './latest-figure';
import type { Narrator } from './narrator';
import { describeStanding } from './standing';
import { tellFigure } from './tell-figure';
import { fillIn } from './texts';
import { watchImport, watchProjections } from './watch-filling';

/** {@link tellDemo}, until the process is told to stop: then it ends in silence, and goes on at the next start. */
export async function runDemo(service: RunningService, narrator: Narrator): Promise<void> {
  try {
    await tellDemo(service, narrator);
  } catch (error) {
    if (service.shutdown.isStopping) return;
    service.logger.error({ err: error }, 'The demo could not be filled');
    await service.shutdown.stop('the demo could not be filled', 1);
  }
}

/**
 * What the standalone does once it listens: it fills an empty store with the synthetic Krefeld (or goes on with
 * a filling that was interrupted), shows the drop-offs of the latest month, and tells where everything is.
 */
async function tellDemo(service: RunningService, narrator: Narrator): Promise<void> {
  const { app, config } = service;
  const started = performance.now();
  if (config.demo === 'krefeld') {
    narrator.step('synthesising');
    const filling = await beginFilling(app);
    if (filling) {
      await watchImport(app, filling, narrator);
      await watchProjections(app, narrator);
      tellFigure(await latestFigure(app), narrator);
      narrator.say(resources(narrator, performance.now() - started, filling.expectedEvents));
    }
  }
  narrator.say(`\n${narrator.texts.ready}\n`);
  narrator.say(describeStanding(service, narrator.texts));
}

function resources({ texts }: Narrator, elapsedMs: number, events: number): string {
  const memory = Math.round(process.memoryUsage().rss / 1_000_000);
  return fillIn(texts.elapsed, { seconds: (elapsedMs / 1000).toFixed(1), events, memory });
}
