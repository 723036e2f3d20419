import type { Answer, Program, Solver } from '@lueckenlos/disclosure';
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
      return status === optimal || status === solutionLimit
        ? [...model.getSolution().colValue].map(Math.round)
        : 'unknown';
    };
    return {
      solve: (demand) => {
        if (!demand) return answer();
        const { set, within } = demand;
        const { low = 0, high = Infinity } = program.ranges[set] ?? {};
        model.changeRowBounds(set, within.low, within.high);
        const found = answer();
        model.changeRowBounds(set, low, high);
        return found;
      },
      close: () => model.dispose(),
    };
  };
}

/** A program as HiGHS takes it: a column for each place, a row for each set, one behind the other. */
function modelData({ places, members, ranges }: Program): ModelData {
  const starts = [0];
  for (const inside of members) starts.push((starts.at(-1) ?? 0) + inside.length);
  const indices = members.flat();
  const ofEach = <T>(value: T): T[] => new Array<T>(places).fill(value);
  return {
    numCols: places,
    numRows: members.length,
    colCost: ofEach(0),
    colLower: ofEach(0),
    colUpper: ofEach(Infinity),
    rowLower: ranges.map(({ low }) => low),
    rowUpper: ranges.map(({ high }) => high),
    matrix: {
      format: 'csr',
      numRows: members.length,
      numCols: places,
      starts,
      indices,
      values: indices.map(() => 1),
    },
    integrality: ofEach(1 as const),
  };
}
