import { AccessLog } from '@lueckenlos/access';
import { EVENT_STORE, EventStoreModule } from '@lueckenlos/event-store';
import { intakeService } from './intake-service';
import { NoStorage } from './no-storage';
import { serve } from './serve';

/** The intake process with everything that it stores replaced by nothing: the log, and the entries of the access log. */
EventStoreModule.forRoot = () => ({
  module: EventStoreModule,
  global: true,
  providers: [{ provide: EVENT_STORE, useValue: new NoStorage() }],
  exports: [EVENT_STORE],
});
AccessLog.prototype.record = () => Promise.resolve();

void serve(intakeService);
