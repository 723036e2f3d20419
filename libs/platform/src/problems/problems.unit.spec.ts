import { defineProblems } from './catalogue';
import { languageOf } from './language';
import { ProblemError } from './problem-error';
import { renderFault, renderProblem } from './render';

defineProblems({
  'test.unknown-stage': {
    status: 422,
    title: { en: 'Unknown stage', de: 'Unbekannte Station' },
    detail: { en: 'Valid are {valid}.', de: 'Gültig sind {valid}.' },
  },
  'test.conflict': {
    status: 409,
    title: { en: 'Conflict', de: 'Konflikt' },
    detail: { en: 'Row {row} is in the way.', de: 'Zeile {row} ist im Weg.' },
  },
});

const unknownStage = {
  code: 'test.unknown-stage',
  pointer: '/data/stage',
  params: { valid: ['kita', 'u8'] },
};

describe('a problem', () => {
  it('lists all faults and takes status and title from the first', () => {
    const error = new ProblemError([unknownStage, { code: 'test.conflict', params: { row: 7 } }]);
    expect(renderProblem(error, 'en', 'visit-1')).toEqual({
      type: 'urn:lueckenlos:problem:test.unknown-stage',
      title: 'Unknown stage',
      status: 422,
      detail: 'Valid are kita, u8.',
      code: 'test.unknown-stage',
      errors: [
        { pointer: '/data/stage', code: 'test.unknown-stage', detail: 'Valid are kita, u8.' },
        { pointer: '', code: 'test.conflict', detail: 'Row 7 is in the way.' },
      ],
      instance: 'visit-1',
    });
  });

  it('speaks German', () => {
    expect(renderFault(unknownStage, 'de').detail).toBe('Gültig sind kita, u8.');
  });

  it('keeps what was sent out of its message, which ends up in logs', () => {
    const error = new ProblemError({ code: 'test.conflict', params: { row: 'pseudonym-1' } });
    expect(error.message).toBe('test.conflict');
  });

  it('has a code that is defined, and defined once', () => {
    const definition = { status: 400, title: { en: '', de: '' }, detail: { en: '', de: '' } };
    expect(() => new ProblemError({ code: 'test.nonsense' })).toThrow('test.nonsense is not defined');
    expect(() => defineProblems({ 'test.conflict': definition })).toThrow('test.conflict is defined twice');
  });
});

describe('the language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['de', 'de'],
    ['de-AT,en;q=0.5', 'de'],
    ['en-GB,de;q=0.9', 'en'],
    ['de;q=0.2, en;q=0.3', 'en'],
    ['fr', 'en'],
    ['fr, de;q=0.1', 'de'],
    ['de, en', 'de'],
    ['en, de', 'en'],
    ['de;q=nonsense', 'en'],
  ])('for %s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
