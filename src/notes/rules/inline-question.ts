import { sentencesOf } from '../sentences.js';
import { countWords, plainMarkdown } from '../text.js';
import { isQuestion } from '../topic.js';
import type { Rule } from './rule.js';

/** `Question::answer` on one line, as Obsidian's flashcards are written. */
export const inlineQuestion: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const match = /^([^`:]{2,}?)\s*::(?!:)\s*([^:].*)$/u.exec(place.entry.inline.text);
  const [, front = '', back = ''] = match ?? [];
  if (countWords(front) === 0 || countWords(back) === 0) return null;
  const asks = isQuestion(front) || sentencesOf(front).length === 1;
  if (!asks) return null;
  return [
    {
      kind: 'basic',
      front: isQuestion(front) ? front : `**${plainMarkdown(front)}**`,
      back,
      concept: plainMarkdown(front),
      fact: plainMarkdown(back),
      facet: '',
      line: place.entry.inline.line,
      isAuthored: true,
    },
  ];
};
