import { children, definitions } from './small-town';
import { startFigures, type RunningFigures } from './start-figures';

/** The read side with everything about the small town in its read models. */
export async function startSmallTown(): Promise<RunningFigures> {
  const figures = await startFigures();
  await figures.append([...definitions, ...children]);
  await figures.project();
  return figures;
}
