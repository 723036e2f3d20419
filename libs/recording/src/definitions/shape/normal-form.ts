import type {
  Area,
  AreaHierarchy,
  ChainBody,
  ChainVersion,
  DueRule,
  StageDefinition,
  Title,
} from '@lueckenlos/chain';

// One form for one content: members in a fixed order, and nothing that the contract doesn't name. Two definitions are
// equal where their forms are, whatever order they were sent or stored in.

export function normalChain(body: ChainBody): ChainBody {
  return { title: title(body.title), versions: body.versions.map(version) };
}

export function normalAreas({ validFrom, areas }: AreaHierarchy): AreaHierarchy {
  return {
    validFrom,
    areas: areas.map(({ code, name, parent, kind }): Area => ({ code, name, parent, kind })),
  };
}

function version(sent: ChainVersion): ChainVersion {
  const { version: number, validForBirthsFrom, inForce, schoolYear, stages } = sent;
  const { cutoffMonth, age, startMonth } = schoolYear;
  return {
    version: number,
    validForBirthsFrom,
    ...(inForce === undefined ? {} : { inForce }),
    schoolYear: { cutoffMonth, age, startMonth },
    stages: stages.map(stage),
  };
}

function stage({ id, title: names, due, grace }: StageDefinition): StageDefinition {
  return { id, title: title(names), due: dueRule(due), grace };
}

function dueRule(due: DueRule): DueRule {
  if (due.rule === 'monthsAfterBirth') return { rule: due.rule, months: due.months };
  const { rule, plusYears, month, age, cutoffMonth } = due;
  return {
    rule,
    plusYears,
    month,
    ...(age === undefined ? {} : { age }),
    ...(cutoffMonth === undefined ? {} : { cutoffMonth }),
  };
}

function title({ de, en }: Title): Title {
  return { de, en };
}
