import { isQuestion } from '../../../language/any/titles.js';
import { plainMarkdown, tidy } from '../../../language/text.js';
import { type CardDraft, type NotePlace, type Rule, refusal } from '../rule.js';
import { topicPrefix } from '../topic.js';

/** Whether a side can be asked or answered: with words, signs, a formula, a picture. */
export function saysSomething(side: string): boolean {
  return /[\p{L}\p{N}\p{S}]|[^\s\p{P}\p{Cc}]|!\[|[&@#%*/\\.,;:!?-]/u.test(side.replace(/\*\*|`/gu, ''));
}

type Sides = { readonly front: string; readonly back: string };

/** A card whose words the author chose; a front that asks nothing is the name of what is asked for. */
export function writtenDraft(
  { front, back }: Sides,
  place: NotePlace,
  line: number,
  kind: CardDraft['kind'] = 'basic',
): CardDraft {
  const isTerm = !isQuestion(front) && !/[?:…]\s*$|\n|`|\$|!\[/u.test(front);
  return {
    kind,
    front: isTerm ? `**${front}**` : front,
    back,
    concept: tidy(plainMarkdown(front)),
    fact: tidy(plainMarkdown(back)),
    facet: '',
    line,
    isAuthored: true,
    otherwise: [{ ...plainDraft(front, back, line, kind), front: topicPrefix(place.topic) + front }],
  };
}

function plainDraft(front: string, back: string, line: number, kind: CardDraft['kind']): CardDraft {
  const facts = { concept: tidy(plainMarkdown(front)), fact: tidy(plainMarkdown(back)), facet: '' };
  return { kind, front, back, ...facts, line, isAuthored: true };
}

/** Cards that the author wrote over several lines: `Q:` and `A:`, `?` on a line of its own, answers to choose from. */
export const authored: Rule = (place) => {
  if (place.kind !== 'authored') return null;
  const { form, front, back, line, choices } = place.entry.card;
  if (!saysSomething(front) || !saysSomething(back)) return refusal('no-words');
  const draft = writtenDraft({ front, back }, place, line, form);
  return [choices ? { ...draft, front, choices } : draft];
};
