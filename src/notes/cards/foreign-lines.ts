import { isLanguage } from '../../core/language.js';
import { type Problem, skippedAt } from '../../core/problem.js';
import type { Section } from '../read/outline.js';
import type { NoteLanguages } from './note-languages.js';

/** Reasons that rest on what words mean, which nobody knows of a foreign language. */
const BY_GRAMMAR: ReadonlySet<string> = new Set([
  'no-fact',
  'introduction',
  'question',
  'too-short',
  'example',
  'step',
  'code-label',
  'code-without-purpose',
  'cross-reference',
  'no-facts-here',
  'part-of-list',
]);

/** The language without a grammar that a line is in; the sections in their order. */
function foreignAt(line: number, sections: readonly Section[], { of }: NoteLanguages) {
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  const section = sections[low - 1];
  const tongue = section && of.get(section);
  return section === undefined || tongue === undefined || isLanguage(tongue) ? null : { section, tongue };
}

function toldOnce({ file, line }: Problem, tongue: string): Problem {
  return { ...skippedAt(file, line, 'other-language'), tongue };
}

/**
 * Lines that give no card because nobody knows the grammar of their language are told in one line: for the notes where
 * that is their language, else for each section.
 */
export function toldTogether(
  problems: readonly Problem[],
  sections: readonly { readonly section: Section }[],
  languages: NoteLanguages,
): readonly Problem[] {
  if (languages.of.size === 0) return problems;
  const outline = sections.map(({ section }) => section);
  const told = new Set<Section | string>();
  return problems.flatMap((problem) => {
    const foreign = BY_GRAMMAR.has(problem.code) ? foreignAt(problem.line, outline, languages) : null;
    if (foreign === null) return [problem];
    const { section, tongue } = foreign;
    const about = tongue === languages.deck ? tongue : section;
    if (told.has(about)) return [];
    told.add(about);
    return [toldOnce(problem, tongue)];
  });
}
