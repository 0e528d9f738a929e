import { describe, expect, it } from 'vitest';
import { blockText } from '../../src/notes/read/block-text.js';
import { isTextEntry } from '../../src/notes/read/entries.js';
import { entriesOf } from '../../src/notes/read/entry-walk.js';
import { outlineOf } from '../../src/notes/read/outline.js';
import { shaped } from '../../src/notes/read/shape.js';
import { parseNotes } from '../../src/notes/read/tree.js';

function sectionsOf(markdown: string) {
  return outlineOf(shaped(parseNotes(markdown).root), 'notes');
}

/** Each line of some notes with what stands below it. */
function below(markdown: string): readonly (readonly [string, string])[] {
  return sectionsOf(markdown)
    .flatMap((section) => entriesOf(section))
    .filter(isTextEntry)
    .map(({ inline, blocks }) => [inline.text, blocks.map((block) => blockText(block)).join('\n')] as const);
}

describe('a line with what is below it is the same, however it is written', () => {
  it.each([
    ['a bullet with a paragraph', '- Why is the sky blue?\n\n  Air scatters blue light most.\n'],
    ['a toggle of Notion', '- Why is the sky blue?\n    \n    Air scatters blue light most.\n'],
    ['a bullet whose answer is on its next line', '- Why is the sky blue?\n  Air scatters blue light most.\n'],
    ['a numbered line with its answer beside the list', '1. Why is the sky blue?\n\nAir scatters blue light most.\n'],
    ['a heading in an item', '1. ### Why is the sky blue?\n\n   Air scatters blue light most.\n'],
    ['a callout', '> [!question]- Why is the sky blue?\n> Air scatters blue light most.\n'],
    ['a callout with a line between', '> [!FAQ] Why is the sky blue?\n>\n> Air scatters blue light most.\n'],
    ['a callout that names itself', '> [!question]\n> Why is the sky blue?\n> Air scatters blue light most.\n'],
    [
      'HTML that folds',
      '<details>\n<summary>Why is the sky blue?</summary>\n\nAir scatters blue light most.\n\n</details>\n',
    ],
    [
      'HTML that folds, in one go',
      '<details><summary><b>Why is the sky blue?</b></summary><p>Air scatters blue light most.</p></details>\n',
    ],
    ['a frame of Notion', '<aside>\n💡\n\n**Why is the sky blue?**\n\nAir scatters blue light most.\n\n</aside>\n'],
    ['a bold line', '**Why is the sky blue?**\n\nAir scatters blue light most.\n'],
    ['a bold line and the next', '**Why is the sky blue?**\nAir scatters blue light most.\n'],
  ])('%s', (_what, markdown) => {
    expect(below(markdown)[0]).toEqual(['Why is the sky blue?', 'Air scatters blue light most.']);
  });

  it('whatever is below', () => {
    const [, ...lines] = ['', '- one\n- two', '```sh\nls -la\n```', 'And so on.'];
    const body = lines.join('\n\n');
    for (const markdown of [
      `- Which?\n\n${body.replace(/^(?=.)/gm, '  ')}\n`,
      `**Which?**\n\n${body}\n`,
      `<details><summary>Which?</summary>\n\n${body}\n\n</details>\n`,
      `> [!question] Which?\n${body.replace(/^/gm, '> ')}\n`,
    ]) {
      expect(below(markdown)[0]).toEqual(['Which?', lines.join('\n')]);
    }
  });

  it('up to the next line that asks or leads', () => {
    const notes = '**What is A?**\n\nOne.\n\nTwo.\n\n**What is B?**\n\nThree.\n\n---\n\nFour.\n';
    expect(below(notes).filter(([line]) => line.endsWith('?'))).toEqual([
      ['What is A?', 'One.\nTwo.'],
      ['What is B?', 'Three.'],
    ]);
  });
});

describe('what is folded or framed', () => {
  it('is one list where several stand below each other', () => {
    const [section] = sectionsOf('> [!faq]- A?\n> One.\n\n> [!faq]- B?\n> Two.\n');
    expect(section?.blocks.map(({ type }) => type)).toEqual(['list']);
  });

  it('keeps its sections', () => {
    const notes = '# Top\n\n<details>\n<summary>All of it</summary>\n\n## Inner\n\nText.\n\n</details>\n';
    expect(sectionsOf(notes).map(({ title }) => title)).toEqual(['Top', 'Inner']);
  });

  it('may never be closed', () => {
    expect(below('<details>\n<summary>What?</summary>\n\nThis.\n')[0]).toEqual(['What?', 'This.']);
    expect(below('</details>\n\nThis.\n')).toEqual([['This.', '']]);
  });

  it('is only its body where its line names nothing', () => {
    expect(below('> [!note] Nota\n> Los pods son efímeros.\n')).toEqual([['Los pods son efímeros.', '']]);
  });

  it('has its lines where they stand in the notes', () => {
    const notes = '# T\n\n<details>\n<summary>What?</summary>\n\nThis.\n\n</details>\n\n> [!faq] How?\n> So.\n';
    const lines = sectionsOf(notes).flatMap((section) => entriesOf(section).filter(isTextEntry));
    expect(lines.map(({ inline }) => [inline.text, inline.line])).toEqual([
      ['What?', 4],
      ['This.', 6],
      ['How?', 10],
      ['So.', 11],
    ]);
  });
});

describe('a heading in HTML', () => {
  it.each([
    '<h2>Modo *rápido*</h2>',
    '<h2 align="center">\n  Modo rápido\n</h2>',
    '<H2>Modo rápido</H2>',
  ])('is a heading: %s', (heading) => {
    const sections = sectionsOf(`# Motor\n\n${heading}\nUna línea.\n\n${heading}\n\nOtra línea.\n`);
    expect(sections.map(({ path }) => path)).toEqual([['Motor'], ['Motor', 'Modo rápido'], ['Motor', 'Modo rápido']]);
  });

  it('says its line, though it stands in a fold', () => {
    expect(below('<details><summary><h3>What?</h3></summary>\n\nThis.\n\n</details>\n')[0]).toEqual(['What?', 'This.']);
  });
});
