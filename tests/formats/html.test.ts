import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clozeCards, clozeText, markedApart } from '../../src/formats/anki/cloze.js';
import { fieldHtml } from '../../src/formats/html/from-markdown.js';
import { htmlToMarkdown } from '../../src/formats/html/to-markdown.js';
import { plainMarkdown } from '../../src/language/text.js';
import { runs } from '../support/runs.js';

describe('HTML of Anki becomes Markdown', () => {
  it.each([
    ['a<b>b</b> c<br>d<div>e</div><div>f</div>', 'a**b** c\\\nd\n\ne\n\nf'],
    ['a<br>b<div>c &lt;x&gt; *y*</div><div><br></div><div>d</div>', 'a\\\nb\n\nc \\<x> \\*y\\*\n\nd'],
    ['<i>x</i> <em>y</em> <strong>z</strong> <u>w</u>', '*x* *y* **z** w'],
    ['<b> bold </b>next', '**bold** next'],
    ['<ul><li>x</li><li>y<ul><li>z</li></ul></li></ul>', '- x\n- y\n  - z'],
    ['<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
    ['<img src="a b.jpg"><img src="x.png" alt="q">', '![a b.jpg](<a b.jpg>)![q](x.png)'],
    ['[sound:foo_bar.mp3] hi', '[sound:foo_bar.mp3] hi'],
    ['\\(a_b &lt; c\\) y \\[x^2\\]', '$a_b < c$ y $$x^2$$'],
    ['[latex]\\frac{1}{2}[/latex] [$]x_1[/$]', '$\\frac{1}{2}$ $x_1$'],
    ['<pre><code class="language-sh">ls -l\ncd</code></pre>', '```sh\nls -l\ncd\n```'],
    ['<code>a|b</code>&nbsp;x', '`a|b` x'],
    ['<h1>Grande</h1>', 'Grande'],
    ['<a href="https://a.b/c">m</a>', '[m](https://a.b/c)'],
    ['a &amp; b &lt;div&gt; *x* snake_case __init__', 'a & b \\<div> \\*x\\* snake_case \\_\\_init\\_\\_'],
    ['1. no es lista', '1\\. no es lista'],
    ['', ''],
    ['<div><br></div>', ''],
    ['2<sup>64</sup> − 1', '2⁶⁴ − 1'],
    ['C<sub>6</sub>H<sub>12</sub>O<sub>6</sub>', 'C₆H₁₂O₆'],
    ['e<sup>iπ</sup> y 2<sup>2<sup>n</sup></sup>', 'e^(iπ) y 2^(2ⁿ)'],
    ['<code>n<sup>2</sup></code>', '`n²`'],
    ['nota<sup><a href="https://a.b">3</a></sup>', 'nota[³](https://a.b)'],
    ['m<span style="font-size: 8px; vertical-align: super">2</span>', 'm²'],
    ['<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>', 'x₁²'],
    ['<ruby>猫<rt>ねこ</rt></ruby>', '猫(ねこ)'],
    ['CO~2~ y ~x~', 'CO\\~2\\~ y \\~x\\~'],
    ['\\(x<sup>2</sup>\\)', '$x²$'],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it.each([
    ['<script>alert(1)</script>a', 'a'],
    ['<style>.x{}</style>a', 'a'],
    ['<iframe src="https://evil"></iframe><object>o</object>a', 'a'],
    ['<a href="javascript:alert(1)">a</a>', 'a'],
    ['<img src="javascript:alert(1)" onerror="alert(1)">a', 'a'],
    ['<svg onload="alert(1)"><text>x</text></svg>a', 'a'],
    ['<form><input value="x"><button>y</button></form>a', 'a'],
    ['<span onclick="x()" style="background:url(x)">a</span>', 'a'],
    ['<!-- <script> -->a', 'a'],
  ])('what runs or loads goes: %s', (html, markdown) => {
    expect(htmlToMarkdown(html).replace(/^!\[\]\(\)/u, '')).toBe(markdown);
  });

  it.each([
    'Map<String, List<Integer>>',
    'vector<int> v;',
    'pulsa <Esc> y luego <kbd>',
    'docker run <image> <command>',
    'if a<b and c>d',
    'x<y',
    '#include <stdio.h>',
    'Ana <ana@correo.org>',
    '<?php echo 1;',
    'List<Object>',
    'de </nadie>',
  ])('words in angle brackets stay: %s', (words) => {
    expect(plainMarkdown(htmlToMarkdown(words))).toBe(
      words === 'pulsa <Esc> y luego <kbd>' ? 'pulsa <Esc> y luego' : words,
    );
    expect(plainMarkdown(htmlToMarkdown(`<b>a</b> ${words}`))).toContain(words.replace(' <kbd>', ''));
  });

  it.each([
    ['<b>a<b>b<strong>c</strong></b></b>', '**abc**'],
    ['<i>a <u>b</u></i>', '*a b*'],
    ['<b>a <i>b <b>c</b></i> d</b>', '**a *b c* d**'],
  ])('what stands out already does so once: %s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it.each([
    '<div>',
    '<b>a',
    '<sup>a',
    '<ruby><rt>',
    '<ul><li>',
    '<i a=1><p>x',
    '<u>a<i>',
  ])('what nests deeper than anybody writes is not parsed: %s over and over', (piece) => {
    expect(() => htmlToMarkdown(`<i>a</i>${piece.repeat(1000)}`)).toThrow(RangeError);
  });

  it.each([
    ['<o:p>Word</o:p>', 'Word'],
    ['<BR>a<Font color="red">b</Font>', 'ab'],
    ['<g-emoji>🐳</g-emoji>', '🐳'],
    ['<video src="a.mp4"></video>a', 'a'],
  ])('markup of any origin goes: %s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it('no tag of a stranger survives as one, whatever the HTML', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</script>',
      '<b>',
      '</b>',
      '&lt;',
      '<img src=x onerror=y>',
      '<',
      '>',
      'a',
      '"',
      "'",
      '\\(',
      '\\)',
      '{{c1::',
      '}}',
      '<br>',
      '[sound:x]',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const markdown = htmlToMarkdown(pieces.join(''));
        expect(fieldHtml(markdown)).not.toMatch(/<script|onerror=(?!.*&)/u);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('Markdown becomes HTML of Anki and Markdown again', () => {
  it.each([
    '**a** `b` $x_1$ y `$y$`',
    '- a\n- b\n  - c',
    '```sh\nls -l\n```',
    'El \\*asterisco\\* y snake_case',
    '![x](a.png) [sound:a_b.mp3]',
    'Cuesta 5 \\$ y 6 \\$',
    'a & b \\<c>',
    '1. uno\n2. dos',
    'uno\n\ndos',
    '[m](https://a.b/c)',
  ])('%s', (markdown) => {
    const html = fieldHtml(markdown);
    expect(fieldHtml(htmlToMarkdown(html))).toBe(html);
  });

  it.each([
    'Una línea de palabras, y ya.',
    'docker.md:12',
    'Docker › Imágenes',
    'a-b (c) 50%',
    '¿Qué?',
    'www.a.b',
    'x - y',
  ])('needs no parser for words alone, and says the same: %s', (words) => {
    // Anything else behind them makes the long way necessary.
    expect(`${fieldHtml(words)} <em>a</em>`).toBe(fieldHtml(`${words} *a*`));
  });

  it.each([
    ['<script>x</script> hola <b>b</b>', '&#x3C;script>x&#x3C;/script> hola &#x3C;b>b&#x3C;/b>'],
    ['<div>bloque</div>', '&#x3C;div>bloque&#x3C;/div>'],
    ['List<String>', 'List&#x3C;String>'],
    ['2<sup>**n**</sup> a<br>b', '2<sup><strong>n</strong></sup> a<br>\nb'],
    ['2<sup>30', '2&#x3C;sup>30'],
  ])('shows HTML in the Markdown as what it says: %s', (markdown, html) => {
    expect(fieldHtml(markdown)).toBe(html);
  });
});

describe('sentences with gaps', () => {
  it.each([
    ['{{c1::Paris}} es', [[1, '[…] es', 'Paris', undefined]]],
    [
      '{{c1::Paris::ciudad}} y {{c2::Roma}}',
      [
        [1, '[…] y Roma', 'Paris', 'ciudad'],
        [2, 'Paris y […]', 'Roma', undefined],
      ],
    ],
    ['{{c1::a}} y {{c1::b}}', [[1, '[…] y […]', 'a; b', undefined]]],
    [
      '{{c1::uno {{c2::dos}} tres}}',
      [
        [1, '[…]', 'uno dos tres', undefined],
        [2, 'uno […] tres', 'dos', undefined],
      ],
    ],
    [
      '{{c1,2::a}} b',
      [
        [1, '[…] b', 'a', undefined],
        [2, '[…] b', 'a', undefined],
      ],
    ],
    ['{{c1::std::vector::tipo}}', [[1, '[…]', 'std::vector', 'tipo']]],
    ['sin cerrar {{c1::a', []],
    ['{{c0::x}} }} {{x}}', []],
  ])('%s', (text, cards) => {
    expect([...clozeCards(text)].map(([number, { front, back, hint }]) => [number, front, back, hint])).toEqual(cards);
  });

  it('are written so that they can be read', () => {
    const text = clozeText('El […] es std', 'a }} b::c', 'x::y')!;
    expect([...clozeCards(htmlToMarkdown(markedApart(text))).values()]).toEqual([
      { front: 'El […] es std', back: 'a }} b::c', hint: 'x::y' },
    ]);
  });

  it('are not made where front and back do not fit', () => {
    expect(clozeText('sin hueco', 'a', undefined)).toBeNull();
    expect(clozeText('[…] y […]', 'uno', undefined)).toBeNull();
    expect(clozeText('[…] y […]', 'uno; dos', undefined)).toBe('{{c1::uno}} y {{c1::dos}}');
  });

  it('take any text in a moment, nested as deep as it likes', () => {
    const cards = clozeCards('{{c1::'.repeat(30_000) + '}}'.repeat(30_000));
    expect(cards.size).toBe(1);
    expect(clozeCards(Array.from({ length: 2000 }, (_, n) => `{{c${n}::x}}`).join(' ')).size).toBeLessThanOrEqual(50);
  });
});
