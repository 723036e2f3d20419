import { eventStoreConformance } from '../testing';
import { makePostgresEngine } from './testing/postgres-engine';

eventStoreConformance('postgresql', makePostgresEngine);
