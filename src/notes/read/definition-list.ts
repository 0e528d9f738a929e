import type { PhrasingContent } from 'mdast';
import { countWords } from '../../language/text.js';
import { hasLine, type Inline, linesOf } from './inline.js';

const DEFINES = /^:\s+(?=\S)/u;
const LONGEST_TERM_WORDS = 12;

/** A term with its definition as one thought, as `**Term**: definition` would be. */
function defined(term: Inline, definitions: readonly string[]): Inline {
  const text = `${term.text}: ${definitions.join(' ')}`;
  const marks = [
    { kind: term.marks[0]?.kind === 'code' ? 'code' : 'strong', start: 0, end: term.text.length } as const,
  ];
  return { text, marks, linked: term.linked, line: term.line };
}

function isTerm(line: Inline): boolean {
  return countWords(line.text) > 0 && countWords(line.text) <= LONGEST_TERM_WORDS && !/[.:?!]$/u.test(line.text);
}

/** A definition list: each term on a line, under it `: ` and what it means. `null` for any other paragraph. */
export function definitionLines(nodes: readonly PhrasingContent[]): readonly Inline[] | null {
  if (!hasLine(nodes, /^[ \t]*:[ \t]+\S/mu)) return null;
  const lines = linesOf(nodes);
  if (!lines.slice(1).some((line) => DEFINES.test(line.text))) return null;
  const thoughts: Inline[] = [];
  let term: Inline | null = null;
  let told: string[] = [];
  const close = () => {
    if (term) thoughts.push(told.length > 0 ? defined(term, told) : term);
    term = null;
    told = [];
  };
  for (const [index, line] of lines.entries()) {
    const isDefinition = DEFINES.test(line.text);
    const opensTerm = !isDefinition && DEFINES.test(lines[index + 1]?.text ?? '') && isTerm(line);
    if (isDefinition && term) told.push(line.text.replace(DEFINES, ''));
    else if (!opensTerm && term && told.length > 0) told[told.length - 1] += ` ${line.text}`;
    else {
      close();
      term = line;
    }
  }
  close();
  return thoughts;
}

/** A term with its definition in the paragraph below, as definition lists with blank lines are written. */
export function standsBelow(term: readonly PhrasingContent[], below: readonly PhrasingContent[]): Inline | null {
  const [first] = below;
  if (first?.type !== 'text' || !DEFINES.test(first.value)) return null;
  const [line, ...more] = linesOf(term);
  if (!line || more.length > 0 || !isTerm(line)) return null;
  return defined(line, [
    linesOf(below)
      .map(({ text }) => text)
      .join(' ')
      .replace(DEFINES, ''),
  ]);
}
