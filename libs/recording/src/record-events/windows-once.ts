import type { StageWindow, Vocabulary } from '../wire/vocabulary';
import type { WindowsOf } from './warnings';

/** A delivery asks for the same windows again and again. */
export function windowsOnce(vocabulary: Vocabulary): WindowsOf {
  const known = new Map<string, readonly StageWindow[]>();
  return (stage, birth) => {
    const key = `${birth} ${stage}`;
    const windows = known.get(key) ?? vocabulary.windows(stage, birth);
    known.set(key, windows);
    return windows;
  };
}
