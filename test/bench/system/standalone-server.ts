import { wholeSystem } from '../../system/whole-system';
import { serve } from './serve';

/** Everything in one process, without the demo. */
void serve(wholeSystem);
