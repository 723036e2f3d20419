export { wilson, Z_95, type ShareEstimate } from './wilson';
