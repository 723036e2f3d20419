import { ROLES } from '../identity/roles';
import { AgencyPermissions } from './agency-permissions';
import { defaultAgencies } from './load-agencies';

const agencies = new AgencyPermissions(defaultAgencies);

describe('what an agency may send', () => {
  it('is its own stages and nobody else’s', () => {
    expect(agencies.maySendStage('youth-office', 'kita')).toBe(true);
    expect(agencies.maySendStage('job-centre', 'kita')).toBe(false);
  });

  it('is its own types, by long and by short name', () => {
    expect(agencies.maySendType('residents-office', 'lueckenlos.moved-in.v1')).toBe(true);
    expect(agencies.maySendType('residents-office', 'moved-in')).toBe(true);
    expect(agencies.maySendType('school-office', 'lueckenlos.moved-in.v1')).toBe(false);
    expect(agencies.maySendType('school-office', 'lueckenlos.moved-in.v2')).toBe(false);
  });

  it.each(defaultAgencies.agencies.map(({ id }) => id))(
    'is always the putting right of its own: %s',
    (id) => {
      expect(agencies.maySendType(id, 'lueckenlos.corrected.v1')).toBe(true);
      expect(agencies.maySendType(id, 'lueckenlos.retracted.v1')).toBe(true);
    },
  );

  it('is everything for who takes over old data, stages that no shipped chain knows included', () => {
    expect(agencies.maySendStage('data-migration', 'anything')).toBe(true);
    expect(agencies.maySendType('data-migration', 'lueckenlos.died.v1')).toBe(true);
  });

  it('is nothing for an agency that the file does not name', () => {
    expect(agencies.maySendStage('fire-brigade', 'kita')).toBe(false);
    expect(agencies.maySendType('fire-brigade', 'lueckenlos.corrected.v1')).toBe(false);
    expect(agencies.describe('fire-brigade')).toBeUndefined();
  });

  it('is described to itself with the types as they stand in a CloudEvent', () => {
    expect(agencies.describe('registry-office')).toEqual({
      id: 'registry-office',
      title: { de: 'Standesamt', en: 'Registry office' },
      stages: ['birth'],
      types: [
        'lueckenlos.stage-reached.v1',
        'lueckenlos.died.v1',
        'lueckenlos.corrected.v1',
        'lueckenlos.retracted.v1',
        'lueckenlos.delivery-completed.v1',
        'lueckenlos.delivery-reopened.v1',
      ],
    });
  });
});

describe('the shipped file', () => {
  const lifeChain = [
    'pregnancy_notice',
    'birth',
    'early_help',
    'kita',
    'language_screening',
    'school_registration',
  ];
  const later = ['exam', 'school', 'secondary', 'lower_secondary', 'follow_on'];
  const checkUps = ['u5', 'u6', 'u7', 'u7a', 'u8', 'u9', 'j1'];

  it.each([...lifeChain, ...later, ...checkUps])('names a department that reports %s', (stage) => {
    const senders = defaultAgencies.agencies.filter(({ id }) => agencies.maySendStage(id, stage));
    expect(senders.length).toBeGreaterThan(1);
  });

  it('names every agency that has a demo client', () => {
    const withAgency = ROLES.flatMap(({ agency }) => agency ?? []);
    expect(defaultAgencies.agencies.map(({ id }) => id)).toEqual(withAgency);
  });
});
