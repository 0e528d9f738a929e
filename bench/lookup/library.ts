import type { Passage } from '../../src/core/card.js';
import { passageId } from '../../src/core/ids.js';
import { generator } from '../notes.js';

export const PASSAGES = 10_000;
const WORDS = 30_000;
const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi xo zu cla bre tri dro plu ma ne ti so lu'.split(' ');
const GRAMMAR = 'el la de que los en un para con las una por es se no lo como al del su'.split(' ');

export type Library = {
  readonly passages: readonly Passage[];
  /** What is asked, with the passage that it was made from. A third are titles, half have a slip of the finger. */
  readonly questions: readonly { readonly query: string; readonly of: string }[];
  /** Beginnings of titles, as they are typed; a quarter with a slip. */
  readonly typed: readonly string[];
};

/** Ten thousand passages of words of which few are frequent and most are rare (Zipf), as in any language. */
export function makeLibrary(): Library {
  const random = generator(7);
  const syllable = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
  const vocabulary = Array.from({ length: WORDS }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join(''),
  );
  const word = (): string => vocabulary[Math.floor(WORDS ** random()) - 1] ?? '';
  const grammar = (): string => GRAMMAR[Math.floor(random() * GRAMMAR.length)] ?? '';
  const sentence = (): string =>
    Array.from({ length: 8 + Math.floor(random() * 14) }, () => (random() < 0.4 ? grammar() : word())).join(' ');
  const rare = (): string => vocabulary[Math.floor(random() * WORDS)] ?? '';
  const passages = Array.from({ length: PASSAGES }, (_, at): Passage => {
    const title = `${rare()} ${rare()}`;
    const id = passageId(`p${at}`);
    const body = Array.from({ length: 2 + Math.floor(random() * 5) }, () => `* ${sentence()}.`).join('\n');
    const source = { file: `${at % 20}.md`, line: at + 1 };
    return { id, kind: 'section', sectionId: id, title, headings: [title], aliases: [], body, source, language: 'es' };
  });
  const any = (): Passage | undefined => passages[Math.floor(random() * passages.length)];
  const slip = (text: string): string => {
    const at = 1 + Math.floor(random() * (text.length - 2));
    return `${text.slice(0, at)}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`;
  };
  const questions = Array.from({ length: 600 }, (_, at) => {
    const passage = any();
    const words = (passage?.body ?? '')
      .replace(/[*.]/g, '')
      .split(/\s+/)
      .filter((each) => each.length > 3);
    const some = Array.from({ length: 5 }, () => words[Math.floor(random() * words.length)] ?? '');
    const query = at % 3 === 0 ? (passage?.title ?? '') : `qué es ${some.join(' ')}`;
    return { query: at % 2 === 0 ? query : slip(query), of: passage?.id ?? '' };
  });
  const typed = Array.from({ length: 600 }, (_, at) => {
    const title = any()?.title ?? '';
    const beginning = title.slice(0, 1 + Math.floor(random() * 10));
    return at % 4 === 0 && beginning.length > 3 ? slip(beginning) : beginning;
  });
  return { passages, questions, typed };
}
