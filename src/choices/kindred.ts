import type { CardFacts } from './card-facts.js';
import { shared } from './content-stems.js';

/** Terms under one heading up to which they are a list of one kind; more are a glossary of all sorts. */
const SMALL_LIST = 16;
/** The end of a word that names its kind: "-ismo", "-logy". */
const ENDING = 4;
const LONG_WORD = 7;

/** Whether two cards stand under one heading, or under headings side by side that are asked the same. */
function isTogether(a: CardFacts, b: CardFacts): boolean {
  const [own, other] = [a.card.context, b.card.context];
  if (own.join('\n') === other.join('\n')) return true;
  const above = own.slice(0, -1).join('\n');
  return (
    a.frame === b.frame && own.length > 1 && own.length === other.length && above === other.slice(0, -1).join('\n')
  );
}

/**
 * Tells which cards are about things of the same kind as a card, as far as the notes show it: the same column of a
 * table, a short list, the same word for what they are, or names alike. Others would be told apart at a glance.
 */
export function kindredOf(facts: CardFacts, others: readonly CardFacts[]): readonly CardFacts[] {
  const near = others.filter((each) => each.language === facts.language && isTogether(facts, each));
  const isList = near.length < SMALL_LIST;
  return near.filter((each) => isList || isCell(facts, each) || hasSameGenus(facts, each) || isNamedAlike(facts, each));
}

/** "What is the **capital** of **Chad**?" names a column and a row. */
function isCell(a: CardFacts, b: CardFacts): boolean {
  return a.frame === b.frame && a.marks > 1 && b.marks > 1;
}

/** "A vessel with …" and "A vessel for …": what both are is said with the same word. */
function hasSameGenus(a: CardFacts, b: CardFacts): boolean {
  const [one] = a.told;
  const [other] = b.told;
  return a.isDefinition && b.isDefinition && one !== undefined && one === other;
}

function isNamedAlike(a: CardFacts, b: CardFacts): boolean {
  if (a.term === null || b.term === null) return false;
  return shared(a.subject, b.subject) > 0 || endingOf(a.term) === endingOf(b.term);
}

/** The ending of a name of one long word; another for each name without. */
function endingOf(term: string): string {
  return /^\p{L}+$/u.test(term) && term.length >= LONG_WORD ? term.slice(-ENDING).toLowerCase() : term;
}
