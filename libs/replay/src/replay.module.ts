import { Module } from '@nestjs/common';
import { LogController } from './log/log.controller';
import './replay.problems';

/** What auditors do. Needs PlatformModule, AccessModule and EventStoreModule. */
@Module({ controllers: [LogController] })
export class ReplayModule {}
