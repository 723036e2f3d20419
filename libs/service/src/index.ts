export { configOrExit, runService } from './run-service';
export type { RunningService, Service } from './service';
export { startService, type StartObserver, type Surroundings } from './start-service';
