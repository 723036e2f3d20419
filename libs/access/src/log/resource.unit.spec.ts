import fc from 'fast-check';
import { figureName } from './resource';

describe('the name of a figure', () => {
  it('is the same for the same question', () => {
    const name = '/v1/drop-offs?asOf=2025-12&by=area%2CbirthYear&chain=krefeld';
    expect(figureName({ url: '/v1/drop-offs?chain=krefeld&by=area,birthYear&asOf=2025-12' })).toBe(name);
    expect(figureName({ url: '/v1/drop-offs?by=area%2CbirthYear&asOf=2025-12&chain=krefeld' })).toBe(name);
  });

  it('needs no parameters', () => {
    expect(figureName({ url: '/v1/releases/7' })).toBe('/v1/releases/7');
    expect(figureName({ url: '/v1/releases/7?' })).toBe('/v1/releases/7');
  });

  it('is found for any address, however odd', () => {
    fc.assert(fc.property(fc.string(), (url) => expect(typeof figureName({ url })).toBe('string')));
  });
});
