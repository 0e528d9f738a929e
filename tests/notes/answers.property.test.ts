import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/core/card.js';
import { runs } from '../support/runs.js';
import { read } from './support.js';

/** Words that look alike, words that are no ordinary ones, and signs that tell. */
const word = fc.constantFrom(
  ...'casa perro papa papá sabana sábana the a is of un una el luz light makes hace tiene son cells'.split(' '),
  ...'pH mRNA σ x C C++ C# HTTPS DNS iPhone kg 42 3.14 -v -V 1789 50% && 7'.split(' '),
  '`ls -la`',
  '`a::b`',
  '$x^2 + y$',
  '$HOME',
  '<Esc>',
  'List<String>',
  '10<sup>9</sup>',
  'H<sub>2</sub>O',
  'CO~2~',
  'x^12^',
  '**bold**',
  '*slanted*',
  '~~gone~~',
  '[words](https://example.org)',
  '[[Target|shown]]',
  '==marked==',
  '==**both**==',
  '==`code`==',
);
const words = fc.array(word, { minLength: 1, maxLength: 7 }).map((list) => list.join(' '));
const sentence = words.map((line) => `${line}.`);
const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);

/** Whatever can stand below a line. */
const body = fc.oneof(
  sentence,
  fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.map((line) => `- ${line}`).join('\n')),
  words.map((line) => `\`\`\`sh\n${line.replaceAll('`', '')}\n\`\`\``),
  fc.tuple(sentence, sentence).map((list) => list.join('\n\n')),
);

const form = fc.oneof(
  fc.tuple(words, words).map(([front, back]) => `${front}::${back}`),
  fc.tuple(words, words).map(([front, back]) => `- ${front} ::: ${back}`),
  fc.tuple(words, words, words).map(([front, back, more]) => `${front}::${back}<br>${more}`),
  fc.tuple(words, body).map(([front, back]) => `${front}\n?\n${back}`),
  fc.tuple(words, body).map(([front, back]) => `- ${front} ::\n\n${indented(back, '  ')}`),
  fc.tuple(words, body).map(([front, back]) => `- ${front} #card\n\n${indented(back, '  ')}`),
  fc.tuple(words, words).map(([front, back]) => `Q: ${front}?\nA: ${back}`),
  fc.tuple(words, body).map(([front, back]) => `Q: ${front}?\nA:\n\n${back}`),
  fc.tuple(words, body).map(([front, back]) => `- What is ${front}?\n\n${indented(back, '  ')}`),
  fc.tuple(words, body).map(([front, back]) => `## ¿Qué es ${front}?\n\n${back}`),
  fc.tuple(words, body).map(([front, back]) => `> [!question]- ${front}?\n${indented(back, '> ')}`),
  fc.tuple(words, body).map(([front, back]) => `<details>\n<summary>${front}?</summary>\n\n${back}\n\n</details>`),
  fc.tuple(words, sentence).map(([term, meaning]) => `**${term.replaceAll('*', '')}**: ${meaning}`),
  fc.tuple(words, sentence).map(([term, meaning]) => `- ${term} => ${meaning}`),
  fc.tuple(words, words).map(([before, after]) => `${before} {{c1::${after.replace(/[{}:]/g, '')}}} ${before}`),
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
  fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.map((line) => `- ${line}`).join('\n')),
  fc.tuple(words, words, words).map(([a, b, c]) => `| Term | Meaning | Use |\n|-|-|-|\n| ${a} | ${b} | ${c} |`),
);
const notes = fc
  .array(form, { minLength: 1, maxLength: 8 })
  .map((forms) => `# Todo de papá\n\n${forms.join('\n\n')}\n`);

function everyCard(markdown: string): readonly Card[] {
  const { deck } = read(markdown);
  return [...(deck?.cards ?? []), ...(deck?.doubtful ?? [])];
}

/** How powers and indices are written, and what they are shown as. */
const SHOWN = [
  ['10<sup>9</sup>', '10⁹'],
  ['H<sub>2</sub>O', 'H₂O'],
  ['CO~2~', 'CO₂'],
  ['x^12^', 'x¹²'],
] as const;

/** What the notes say, without what only tells how it looks. */
function sourceOf(markdown: string): string {
  return SHOWN.reduce((text, [written, shown]) => text.replaceAll(written, shown), markdown)
    .replace(/~~[^~]*~~/g, '')
    .replace(/\[\[[^\]|]*\|/g, '')
    .replace(/\]\([^)]*\)/g, '')
    .replace(/<\/?(?:details|summary)>/g, '')
    .replace(/<br>/g, ' ');
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const signsIn = (text: string) => text.match(/[+&$%<>]|C#|(?<!\p{L})-[vV]/gu) ?? [];

/** Whether some words stand in others one after the other; the first letter may have been raised. */
function runsIn(words: readonly string[], source: readonly string[]): boolean {
  const [first = '', ...rest] = words;
  const small = first.charAt(0).toLowerCase() + first.slice(1);
  return source.some(
    (other, at) => (other === first || other === small) && rest.every((word, index) => source[at + 1 + index] === word),
  );
}

function isInOrder(signs: readonly string[], source: readonly string[]): boolean {
  let at = 0;
  for (const sign of signs) {
    at = source.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The parts of an answer that stand in one place of the notes each: its points, its lines, its gaps. */
function partsOf({ kind, back }: Card): readonly string[] {
  const text = sourceOf(back.replace(/\\([\p{P}\p{S}])/gu, '$1').replace(/^\s*(?:- |\d+\. |```.*$)/gmu, ''));
  return kind === 'cloze' ? text.split(', ') : text.split('\n');
}

describe('any notes', { timeout: 3_600_000 }, () => {
  it('are answered with what they say: every word, number and sign, in their order', () => {
    fc.assert(
      fc.property(notes, (markdown) => {
        const source = sourceOf(markdown);
        const [said, signs] = [wordsIn(source), signsIn(source)];
        for (const card of everyCard(markdown)) {
          for (const part of partsOf(card)) {
            const words = wordsIn(part);
            if (words.length > 0 && !runsIn(words, said)) expect({ card, source }).toEqual('words of the notes');
            if (!isInOrder(signsIn(part), signs)) expect({ card, source }).toEqual('signs of the notes');
          }
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('ask no question that has two answers', () => {
    fc.assert(
      fc.property(notes, (markdown) => {
        const backs = new Map<string, string>();
        for (const { front, back } of everyCard(markdown)) {
          expect(backs.get(front) ?? back).toBe(back);
          backs.set(front, back);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('keep what is written as a card', () => {
    const side = fc.array(fc.constantFrom('uno', 'dos', 'tres', 'C++', '42', 'pH', '&&', 'él'), {
      minLength: 1,
      maxLength: 5,
    });
    const line = fc.tuple(side, side).map(([front, back]) => [`¿${front.join(' ')}?`, back.join(' ')] as const);
    const heading = fc.constantFrom('Enlaces', 'Ejemplos', 'Tareas', 'Bibliografía', 'Todo');
    fc.assert(
      fc.property(heading, fc.array(line, { minLength: 1, maxLength: 6 }), (title, lines) => {
        const cards = everyCard(`# ${title}\n\n${lines.map(([front, back]) => `${front}::${back}`).join('\n\n')}\n`);
        const told = cards.flatMap(({ back }) => back.split('\n').map((part) => part.replace(/^- /, '')));
        for (const [, back] of lines) expect(told).toContain(back);
      }),
      { numRuns: runs(1000) },
    );
  });
});
