import { eventStoreConformance } from '../testing';
import { makePostgresEngine } from './testing/postgres-engine';

/** The short share by default; a long run asks for more. */
const crashes = Number(process.env['LUECKENLOS_TEST_CRASHES'] ?? 5);
const crossings = Number(process.env['LUECKENLOS_TEST_CROSSINGS'] ?? 200);

eventStoreConformance('postgresql', makePostgresEngine, { crashes, crossings });
