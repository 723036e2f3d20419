import { agencyFileMistakes } from './check-agency-file';
import { defaultAgencies } from './load-agencies';

const title = { de: 'Jugendamt', en: 'Youth office' };
const good = { id: 'youth-office', title, stages: ['kita'], types: ['stage-reached'] };

describe('an agency file', () => {
  it('as shipped has no mistakes', () => {
    expect(agencyFileMistakes(defaultAgencies)).toEqual([]);
  });

  it('may allow everything', () => {
    expect(agencyFileMistakes({ agencies: [{ ...good, stages: ['*'], types: ['*'] }] })).toEqual([]);
  });

  it.each([[null], [[]], ['x'], [{}], [{ agencies: {} }]])('is not %j', (content) => {
    expect(agencyFileMistakes(content)).toEqual(['must be {"agencies": […]}']);
  });

  it('is told all its mistakes at once, each with its place', () => {
    const agencies = [
      { ...good, stages: 'kita' },
      { ...good, id: 'Youth Office', title: { de: 'Jugendamt' }, types: ['stage-reached', 'born'] },
      { ...good, color: 'red' },
      'job-centre',
    ];
    expect(agencyFileMistakes({ agencies })).toEqual([
      '/agencies/0/stages must be a list of stage ids, or ["*"]',
      '/agencies/1/id must be small letters, digits and hyphens',
      '/agencies/1/title must have a text for "de" and "en"',
      '/agencies/1/types/1 must be one of *, stage-reached, moved-in, moved-out, relocated, died, corrected, retracted, cases-linked, cases-unlinked, delivery-completed, delivery-reopened',
      '/agencies/2/color is unknown; valid are id, title, stages, types',
      '/agencies/3 must be an object',
      '/agencies/2/id is there twice: youth-office',
    ]);
  });
});
