import { RELEASED_TABLES } from '@lueckenlos/figures';
import { CONFIG, LOGGER, type Config, type Logger } from '@lueckenlos/platform';
import { Global, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { ReleaseLog } from './catalogue/release-log';
import { PublishedCellsController } from './http/published-cells.controller';
import { ReleasesController } from './http/releases.controller';
import { SealedCellsController } from './http/sealed-cells.controller';
import { Publisher } from './publish/publisher';
import { RELEASE_SETTINGS, type ReleaseSettings } from './release-settings';
import './releases.problems';
import { openSeriesKey } from './series/series-key';
import { ReleasedTablesReader } from './store/released-tables-reader';
import { ReleaseStore } from './store/release-store';
import { openTable } from './tables/named-table';
import { Withdrawer } from './withdraw/withdrawer';

async function settingsOf(config: Config): Promise<ReleaseSettings> {
  // The demo publishes a release of its own; whoever tries it out is to publish as well.
  const byDemo = config.demo === 'krefeld' ? 1 : 0;
  return {
    table: await openTable(config.perturbationTableFile),
    openSeries: () => openSeriesKey(config),
    calendar: { perMonth: config.releasesPerMonth + byDemo, perAsOf: config.releasesPerAsOf },
    floor: config.releaseFloor,
  };
}

/** Releases: publishing them, reading and withdrawing them, and their tables for the figures. Needs FiguresModule and the event store. */
@Global()
@Module({
  controllers: [ReleasesController, PublishedCellsController, SealedCellsController],
  providers: [
    { provide: RELEASE_SETTINGS, useFactory: settingsOf, inject: [CONFIG] },
    { provide: RELEASED_TABLES, useClass: ReleasedTablesReader },
    ReleaseLog,
    ReleaseStore,
    Publisher,
    Withdrawer,
  ],
  exports: [RELEASED_TABLES, Publisher, ReleaseStore],
})
export class ReleasesModule implements OnApplicationBootstrap {
  constructor(
    private readonly store: ReleaseStore,
    private readonly publisher: Publisher,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** A crash may have left cells of a release that never came into the log, or one that did and is not marked so. */
  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.store.exclusively(() => this.publisher.settle());
    } catch (error) {
      // What is published is readable all the same, and the next publication settles first.
      this.logger.warn({ reason: (error as Error).name }, 'Releases are settled with the next publication');
    }
  }
}
