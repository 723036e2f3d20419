import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { documents, readDocument, ROOT } from './markdown';

interface Link {
  readonly path: string;
  readonly anchor: string;
}

/** The links of a document to files of the repository; code is left out, links to elsewhere too. */
function linksOf(document: string): Link[] {
  const text = readDocument(document)
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      return { path: path === '' ? document : normalize(join(dirname(document), path)), anchor };
    });
}

/** The names under which headings can be linked to. */
function anchorsOf(document: string): string[] {
  const headings = [...readDocument(document).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the documentation', () => {
  it.each(documents())('%s links only to what is there', (document) => {
    const broken = linksOf(document).filter(
      ({ path, anchor }) =>
        !existsSync(join(ROOT, path)) ||
        (anchor !== '' && path.endsWith('.md') && !anchorsOf(path).includes(anchor)),
    );
    expect(broken).toEqual([]);
  });

  it('can be reached from its index', () => {
    const reached = new Set<string>();
    const visit = (document: string): void => {
      if (reached.has(document)) return;
      reached.add(document);
      for (const { path } of linksOf(document)) if (path.endsWith('.md')) visit(path);
    };
    visit('docs/README.md');
    const lost = documents().filter((document) => document.startsWith('docs/') && !reached.has(document));
    expect(lost).toEqual([]);
  });
});
