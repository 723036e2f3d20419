import type { Month } from '@lueckenlos/chain';
import type { StageWindow, Vocabulary } from '../wire/vocabulary';
import type { WindowsOf } from './warnings';

/** A delivery asks for the same windows again and again. */
export function windowsOnce(vocabulary: Vocabulary): WindowsOf {
  const known = new Map<string, Map<Month, readonly StageWindow[]>>();
  return (stage, birth) => {
    const ofStage = known.get(stage) ?? new Map<Month, readonly StageWindow[]>();
    if (ofStage.size === 0) known.set(stage, ofStage);
    let windows = ofStage.get(birth);
    if (!windows) ofStage.set(birth, (windows = vocabulary.windows(stage, birth)));
    return windows;
  };
}
