import type { Estimate } from '../estimate';
import { Z_95 } from './z';

/** An incidence is a sum: where it is 1 it may miss it by some rounding errors, and its band would be nonsense. */
const ROUNDING = 1e-12;

/**
 * A survival probability with its log-log band S^exp(±z·σ / (S·log S)), which stays within 0 and 1
 * (Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data, 1980, section 1.3; R: `survfit` with
 * `conf.type = "log-log"`).
 */
export function survivalEstimate(value: number, variance: number, z = Z_95): Estimate {
  const stdErr = Math.sqrt(variance);
  if (value <= 0 || value >= 1) return { value, stdErr, lower: null, upper: null };
  const log = Math.log(value);
  const spread = Math.exp((z * stdErr) / (value * -log));
  return { value, stdErr, lower: Math.exp(log * spread), upper: Math.exp(log / spread) };
}

/**
 * A cumulative incidence with its complementary log-log band 1 − (1−F)^exp(±z·σ / ((1−F)·log(1−F))): the log-log
 * band of 1 − F, seen from the other side (R: etm's `summary` with `ci.fun = "cloglog"`).
 */
export function incidenceEstimate(value: number, variance: number, z = Z_95): Estimate {
  if (value > 1 - ROUNDING) return { value: 1, stdErr: 0, lower: null, upper: null };
  const stdErr = Math.sqrt(variance);
  if (value <= 0) return { value, stdErr, lower: null, upper: null };
  // log1p and expm1 keep the digits of an incidence near 0.
  const log = Math.log1p(-value);
  const spread = Math.exp((z * stdErr) / ((1 - value) * -log));
  return { value, stdErr, lower: -Math.expm1(log / spread), upper: -Math.expm1(log * spread) };
}
