import { eventStoreConformance } from '../testing';
import { makePostgresEngine } from './testing/postgres-engine';

/** The short share of the crashes by default; a long run asks for more. */
const crashes = Number(process.env['LUECKENLOS_TEST_CRASHES'] ?? 10);

eventStoreConformance('postgresql', makePostgresEngine, { crashes });
