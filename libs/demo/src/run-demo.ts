import { estimateEvents, type SynthesisOptions } from '@lueckenlos/krefeld';
import { CLOCK, databaseFault, ProblemError, type Clock } from '@lueckenlos/platform';
import type { RunningService } from '@lueckenlos/service';
import type { INestApplicationContext } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { fillOptions } from './fill-options';
import { beginFilling, findFilling, isEmpty } from './fill-store';
import { coordinatorsFigure, publishFirstRelease } from './first-release';
import type { Narrator } from './narrator';
import { describeStanding } from './standing';
import { tellFigure } from './tell-figure';
import { fillIn } from './texts';
import { watchImport, watchProjections } from './watch-filling';

const RETRY_MS = 1_000;

/**
 * What the standalone does once it listens: it fills an empty store with the synthetic Krefeld (or goes on with
 * a filling that was interrupted), publishes a first release, shows the drop-offs of the newest one, and tells where everything is. When
 * the process is told to stop, it ends in silence and goes on at the next start.
 */
export async function runDemo(
  service: RunningService,
  narrator: Narrator,
  options: (now: Date) => SynthesisOptions = fillOptions,
): Promise<void> {
  try {
    if (service.config.demo === 'krefeld') await tellInTheEnd(service, narrator, options);
    narrator.say(`\n${narrator.texts.ready}\n`);
    narrator.say(describeStanding(service, narrator.texts));
  } catch (error) {
    if (service.shutdown.isStopping) return;
    service.logger.error({ err: error }, 'The demo could not be filled');
    await service.shutdown.stop('the demo could not be filled', 1);
  }
}

/** Begins anew whenever the database was away: what is filled in by then is found again. */
async function tellInTheEnd(
  { app, shutdown }: RunningService,
  narrator: Narrator,
  options: (now: Date) => SynthesisOptions,
): Promise<void> {
  for (;;) {
    try {
      return await tellDemo(app, narrator, options);
    } catch (error) {
      if (shutdown.isStopping || !mayPass(error)) throw error;
      await pause(RETRY_MS);
    }
  }
}

function mayPass(error: unknown): boolean {
  return databaseFault(error) !== undefined || (error instanceof ProblemError && error.status === 503);
}

async function tellDemo(
  app: INestApplicationContext,
  narrator: Narrator,
  options: (now: Date) => SynthesisOptions,
): Promise<void> {
  const synthesis = options(app.get<Clock>(CLOCK)());
  if (await isEmpty(app)) {
    narrator.step('synthesising');
    await beginFilling(app, synthesis);
  }
  const filling = await findFilling(app);
  if (!filling) return;
  if (filling.state !== 'completed') await fill(app, narrator, synthesis);
  await watchProjections(app, narrator);
  narrator.step('publishing');
  await publishFirstRelease(app);
  const figure = await coordinatorsFigure(app);
  if (figure) tellFigure(figure, narrator);
}

async function fill(
  app: INestApplicationContext,
  narrator: Narrator,
  synthesis: SynthesisOptions,
): Promise<void> {
  const started = performance.now();
  const events = await watchImport(app, narrator, estimateEvents(synthesis));
  await watchProjections(app, narrator);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const memory = Math.round(process.memoryUsage().rss / 1_000_000);
  narrator.say(fillIn(narrator.texts.filled, { seconds, events, memory }));
}
