import { Module } from '@nestjs/common';
import { OwnRecordsController } from './own-records.controller';
import { OwnRecords } from './own-records';

/** What an agency sees of what it has sent. */
@Module({ controllers: [OwnRecordsController], providers: [OwnRecords] })
export class OwnRecordsModule {}
