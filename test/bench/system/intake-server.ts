import { intakeService } from './intake-service';
import { serve } from './serve';

void serve(intakeService);
