import type { ChainBody, ChainVersion, SchoolYearParameters } from '../../definition/chain-definition';
import type { Month } from '../../month';

/** When a stage is due for one child, and the last month before it is lost. */
export interface Window {
  readonly stage: string;
  readonly due: Month;
  readonly deadline: Month;
}

/** "The chain is data": the version for a birth month, its windows, and the school-entry year. */
export function windowsFor(chain: ChainBody, birth: Month): { windows: Window[]; schoolYear: number } | null {
  const version = versionOf(chain, birth);
  if (!version) return null;
  const windows = version.stages.map(({ id, due, grace }): Window => {
    const month =
      due.rule === 'monthsAfterBirth'
        ? birth + due.months
        : (entryYear(birth, { ...version.schoolYear, ...due }) + due.plusYears) * 12 + due.month - 1;
    return { stage: id, due: month, deadline: month + grace };
  });
  return { windows, schoolYear: entryYear(birth, version.schoolYear) };
}

function versionOf({ versions }: ChainBody, birth: Month): ChainVersion | undefined {
  const from = ({ validForBirthsFrom }: ChainVersion): Month => {
    const [year, month] = validForBirthsFrom.split('-').map(Number);
    return (year ?? NaN) * 12 + (month ?? NaN) - 1;
  };
  const holding = versions.filter((version) => version.inForce !== false && from(version) <= birth);
  return holding.sort((a, b) => from(b) - from(a))[0];
}

/** The year by the end of whose cut-off month the child has reached the age. */
function entryYear(birth: Month, { age, cutoffMonth }: Omit<SchoolYearParameters, 'startMonth'>): number {
  let year = Math.floor(birth / 12);
  while (year * 12 + cutoffMonth - 1 - birth < age * 12) year++;
  return year;
}
