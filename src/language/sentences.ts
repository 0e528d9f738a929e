/** Endings of abbreviations after which no sentence ends. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|p\.\s?ej|ej|dr|dra|sr|sra|prof|no|núm|num|aprox|fig|art|cap|vol|ver|ed|St|Mr|Mrs|Ms|[A-Z])\.$/iu;

/**
 * Sentences of a text without Markdown's blocks, each with its closing mark: those of `markdown-sentences.ts` are shown as
 * they stand in the notes and may be cut too often, these become cards and may not. Full stops inside names (`docker-compose.yml`, `3.14`), after
 * abbreviations and before a lower-case word end none, except where that word is code or a lower-case name that a
 * verb follows ("… se llaman tag. latest es …").
 */
export function proseSentences(text: string): readonly string[] {
  return sentenceSpans(text).map(({ start, end }) => withoutHalfQuote(text.slice(start, end)));
}

/** Where the same sentences stand in the text, without the blanks between them. */
export function sentenceSpans(text: string): readonly { readonly start: number; readonly end: number }[] {
  const spans: { readonly start: number; readonly end: number }[] = [];
  let start = 0;
  const add = (end: number) => {
    const sentence = text.slice(start, end);
    const from = start + sentence.length - sentence.trimStart().length;
    if (sentence.trim() !== '') spans.push({ start: from, end: from + sentence.trim().length });
  };
  for (const match of text.matchAll(/[.!?…]+["'»”’)]*\s+/gu)) {
    const end = match.index + match[0].length;
    const before = text.slice(start, match.index + match[0].trimEnd().length);
    if (match[0].startsWith('.') && ABBREVIATION.test(before)) continue;
    if (/^(?:e\.g|i\.e|p\.\s?ej|etc)\./iu.test(text.slice(end))) continue;
    if (countOf(before, '(') > countOf(before, ')')) continue;
    if (isOddCode(before)) continue;
    add(end);
    start = end;
  }
  add(text.length);
  return spans;
}

/** A sentence out of a longer quotation has one of its marks and not the other. */
function withoutHalfQuote(sentence: string): string {
  const isHalf = countOf(sentence, '“') !== countOf(sentence, '”') || countOf(sentence, '«') !== countOf(sentence, '»');
  return isHalf ? sentence.replace(/[“”«»]/gu, '') : sentence;
}

function countOf(text: string, char: string): number {
  return text.split(char).length - 1;
}

function isOddCode(text: string): boolean {
  return countOf(text, '`') % 2 === 1;
}

/** A sentence without its closing full stop; question and exclamation marks stay. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/[.;:,\s]+$/u, '');
}
