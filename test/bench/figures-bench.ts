import type { BenchClient } from './client';
import { percentile } from './timing';

const QUESTIONS = [
  '',
  'by=birthYear',
  'by=schoolYear',
  'by=povertyRisk',
  'by=area',
  'by=area&level=stadtbezirk',
  'by=area&dimension=first',
  'by=birthYear&area=020',
  'by=area,povertyRisk&birthYear=2018',
  'by=birthYear,area',
];
const ROUNDS = 20;

export interface QuestionFigures {
  readonly question: string;
  readonly p50ms: number;
  readonly p95ms: number;
}

/** Drop-off tables over HTTP, one question after the other, at as-of months spread over ten years. */
export async function benchFigures(client: BenchClient): Promise<QuestionFigures[]> {
  const figures: QuestionFigures[] = [];
  for (const question of QUESTIONS) {
    const times: number[] = [];
    for (let round = -3; round < ROUNDS; round++) {
      const asOf = `${2017 + (Math.abs(round) % 10)}-0${1 + (Math.abs(round) % 9)}`;
      const start = performance.now();
      await client.get('statistics-unit', `/v1/drop-offs?chain=krefeld&asOf=${asOf}&${question}`);
      if (round >= 0) times.push(performance.now() - start);
    }
    figures.push({
      question: question || '(town)',
      p50ms: percentile(times, 0.5),
      p95ms: percentile(times, 0.95),
    });
  }
  return figures;
}
