import type { Answer, LinearProgram, Solver } from '@lueckenlos/disclosure';
import type { default as Load, ModelData } from 'highs';

/** Seconds after which a search is given up. */
const TIME_LIMIT_SECONDS = 20;

/** HiGHS, compiled to WebAssembly. Loaded when it is needed: it takes a while. */
export async function highsSolver(): Promise<Solver> {
  // Its types are those of a CommonJS module, what is loaded here is the ES module beside it.
  const { default: load } = (await import('highs')) as unknown as { readonly default: typeof Load };
  const highs = await load();
  const { optimal, solutionLimit, infeasible } = highs.constants.modelStatus;
  return (program) => {
    const model = highs.createModel(modelData(program));
    // The first solution will do: there is nothing to be made best.
    model.options.set({ output_flag: false, time_limit: TIME_LIMIT_SECONDS, mip_max_improving_sols: 1 });
    const answer = (): Answer => {
      model.run();
      const status = model.getModelStatus();
      if (status === infeasible) return 'impossible';
      return status === optimal || status === solutionLimit ? [...model.getSolution().colValue] : 'unknown';
    };
    return {
      solve: (demand) => {
        if (!demand) return answer();
        const { column, within } = demand;
        model.changeColBounds(column, within.low, within.high);
        const found = answer();
        model.changeColBounds(column, program.low[column] ?? 0, program.high[column] ?? Infinity);
        return found;
      },
      close: () => model.dispose(),
    };
  };
}

/** A program as HiGHS takes it: rows one behind the other. */
function modelData({ low, high, rows }: LinearProgram): ModelData {
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  return {
    numCols: low.length,
    numRows: rows.length,
    colCost: low.map(() => 0),
    colLower: low,
    colUpper: high,
    rowLower: rows.map((row) => row.low),
    rowUpper: rows.map((row) => row.high),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: low.length,
      starts,
      indices: rows.flatMap(({ columns }) => columns),
      values: rows.flatMap(({ factors }) => factors),
    },
    integrality: low.map(() => 1 as const),
  };
}
