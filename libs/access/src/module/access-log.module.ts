import { Module } from '@nestjs/common';
import { AccessLogController } from '../log/reading/access-log.controller';
import { AccessLogReader } from '../log/reading/access-log-reader';
import { AccessLogRetention } from '../log/retention/access-log-retention';

/** Lets the data-protection officer read the access log, and lets go of what has expired. Needs `AccessModule`. */
@Module({
  controllers: [AccessLogController],
  providers: [AccessLogReader, AccessLogRetention],
  exports: [AccessLogRetention],
})
export class AccessLogModule {}
