import { Module } from '@nestjs/common';
import { LogController } from './log/log.controller';
import { LogReader } from './log/log-reader';
import './log/log.problems';
import './replay.problems';

/** What auditors do. Needs PlatformModule, AccessModule and EventStoreModule. */
@Module({ controllers: [LogController], providers: [LogReader] })
export class ReplayModule {}
