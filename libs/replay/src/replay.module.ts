import { ReleaseStore } from '@lueckenlos/releases';
import { Module } from '@nestjs/common';
import { LogController } from './log/log.controller';
import { LogReader } from './log/log-reader';
import './log/log.problems';
import './replay.problems';
import { ReplaysController } from './replays/http/replays.controller';
import { ReplayIntake } from './replays/replay-intake';
import { ReplayJobs } from './replays/replay-jobs';
import { ReplayRunner } from './replays/replay-runner';
import './replays/replays.problems';

/** What auditors do. Needs PlatformModule, AccessModule and EventStoreModule. */
@Module({
  controllers: [LogController, ReplaysController],
  providers: [LogReader, ReplayIntake, ReplayJobs, ReplayRunner, ReleaseStore],
})
export class ReplayModule {}
