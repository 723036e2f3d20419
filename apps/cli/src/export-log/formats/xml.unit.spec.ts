import { quoted } from './xml';

describe('the value of an attribute in XML', () => {
  it.each([
    ['Dießem/Lehmheide – 050', '"Dießem/Lehmheide – 050"'],
    ['a<b> & "c"', '"a&lt;b&gt; &amp; &quot;c&quot;"'],
    ['line\nline\ttab', '"line&#10;line&#9;tab"'],
    ['emoji \u{1F600}', '"emoji \u{1F600}"'],
    ['bell \u0007 half \uD800 none \uFFFF', '"bell \uFFFD half \uFFFD none \uFFFD"'],
  ])('%j is written as %s', (text, written) => {
    expect(quoted(text)).toBe(written);
  });
});
