const title = { de: 'x', en: 'x' };

const stage = (id: string, months: number, grace: number): object => ({
  id,
  title,
  due: { rule: 'monthsAfterBirth', months },
  grace,
});

/** A chain of three stages, as `PUT /v1/chains/{id}` takes it. */
export const SAMPLE_CHAIN = {
  title,
  versions: [
    {
      version: 1,
      validForBirthsFrom: '1900-01',
      schoolYear: { cutoffMonth: 9, age: 6, startMonth: 8 },
      stages: [stage('birth', 0, 0), stage('kita', 48, 6), stage('school', 84, 12)],
    },
  ],
};

/** Two areas, as `PUT /v1/areas/{municipality}` takes them. */
export const SAMPLE_AREAS = {
  validFrom: '1900-01',
  areas: [
    { code: 'T', name: 'Town', parent: null, kind: 'municipality' },
    { code: '010', name: 'Mitte', parent: 'T', kind: 'stadtteil' },
  ],
};
