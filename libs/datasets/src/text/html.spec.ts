import { describe, expect, it } from 'vitest';
import { htmlText, isHtml } from './html.ts';
import { plainText } from './plain.ts';

describe('htmlText', () => {
  it('keeps paragraphs and line breaks, and drops markup and what a browser does not show', () => {
    const html =
      '<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><!-- no --><h1>A\n Head</h1>\n<p>one\ntwo<br/>three</p><script>x<y</script><ul><li>a</li><li>b</li></ul>';
    expect(htmlText(html)).toBe('A Head\n\none two\nthree\n\na\n\nb');
  });

  it('decodes entities, by name, number and accent, and leaves unknown ones', () => {
    expect(htmlText('caf&eacute; &#233;&#xE9; &mdash;&#151; 3 &lt; 4 &amp;&nbsp;5 &nope; &valueOf; &#0;')).toBe(
      'café éé —— 3 < 4 & 5 &nope; &valueOf; \ufffd',
    );
  });

  it('takes out the spaces that pretty printing put at tags', () => {
    const html =
      '<p>\n "\n <i>\n Hi\n </i>\n ," he said of the\n <i>\n Arrow\n </i>\n \'s crew, a<b>b</b>c —\n<i>so</i> there\n</p>';
    expect(htmlText(html)).toBe('"Hi," he said of the Arrow\'s crew, abc —so there');
  });

  it('keeps what only looks like a tag', () => {
    expect(htmlText('<p>a < b and c > d')).toBe('a < b and c > d');
    expect(isHtml('a < b, c > d')).toBe(false);
    expect(isHtml('so <i class="x">it</i> is')).toBe(true);
  });
});

describe('plainText', () => {
  it('joins wrapped lines into paragraphs', () => {
    expect(plainText('One\nline.\r\n\r\nAnother\nline.')).toBe('One line.\n\nAnother line.');
  });

  it('reads the release without markup, where a wrapped line begins with a space', () => {
    expect(plainText('HEAD\nHe went\n home.\nThen he slept\n well.')).toBe(
      'HEAD\n\nHe went home.\n\nThen he slept well.',
    );
  });

  it('leaves lines alone where there are no paragraphs', () => {
    expect(plainText('one\ntwo\n')).toBe('one\ntwo');
  });
});
