export { ReplayModule } from './replay.module';
