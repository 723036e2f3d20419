import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from './version';

describe('the version of the software', () => {
  it('is that of package.json', () => {
    const text = readFileSync(join(__dirname, '..', '..', '..', 'package.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ version: VERSION });
  });
});
