import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Words that stand out: what is marked, in the source and without the marks. It begins at `shownAt` where no mark is. */
type Span = { readonly marked: string; readonly words: string; readonly shownAt: number };
type Range = readonly [start: number, end: number];

/** What formulas hold means something else there: `$a*b*c$`, `\(a_1\)`. */
const FORMULA = /\$\$[\s\S]+?\$\$|\$[^$\n]+\$|\\\\?\([\s\S]+?\\\\?\)|\\\\?\[[\s\S]+?\\\\?\]/gu;
const DEEPEST = 60;
const LETTER = /[\p{L}\p{N}]/u;

function rangeOf({ position }: Nodes): Range {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

function formulasOf(markdown: string): readonly Range[] {
  return [...markdown.matchAll(FORMULA)].map((found) => [found.index, found.index + found[0].length]);
}

function overlap([a, b]: Range, [c, d]: Range): boolean {
  return a < d && c < b;
}

function isEmphasis(node: Nodes): node is Extract<Nodes, { type: 'strong' | 'emphasis' }> {
  return node.type === 'strong' || node.type === 'emphasis';
}

/** Where marks of emphasis stand, one after the other. */
function marksIn(node: Nodes): readonly Range[] {
  if (!('children' in node)) return [];
  const inner = node.children.flatMap(marksIn);
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (!isEmphasis(node) || first === undefined || last === undefined) return inner;
  const [start, end] = rangeOf(node);
  return [[start, rangeOf(first)[0]], ...inner, [rangeOf(last)[1], end]];
}

/** The outermost emphasis of a tree. */
function emphasisIn(node: Nodes): readonly Nodes[] {
  if (isEmphasis(node)) return [node];
  return 'children' in node ? node.children.flatMap(emphasisIn) : [];
}

function without(markdown: string, marks: readonly Range[], from = 0, to = markdown.length): string {
  let text = '';
  let at = from;
  for (const [start, end] of marks) {
    text += markdown.slice(at, start);
    at = end;
  }
  return text + markdown.slice(at, to);
}

/** What a tree says, but for what stands out: to see that taking marks away changes nothing else. */
function sayingOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return JSON.stringify([node.type, 'value' in node ? node.value : '']);
  const inner = node.children.map(sayingOf).join('');
  return isEmphasis(node) ? inner : `<${node.type}>${inner}</${node.type}>`;
}

/** Quotes within quotes go as deep as a text is long; nobody reads so deep. */
function isDeep(tree: Nodes): boolean {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return level.length > 0;
}

function readSpans(markdown: string): { readonly shown: string; readonly spans: readonly Span[] } {
  const tree: Root = fromMarkdown(markdown);
  if (isDeep(tree)) return { shown: markdown, spans: [] };
  const formulas = formulasOf(markdown);
  const outer = emphasisIn(tree).filter((node) => !formulas.some((formula) => overlap(formula, rangeOf(node))));
  let removed = 0;
  const spans = outer.map((node): Span => {
    const [start, end] = rangeOf(node);
    const words = without(markdown, marksIn(node), start, end);
    const span = { marked: markdown.slice(start, end), words, shownAt: start - removed };
    removed += end - start - words.length;
    return span;
  });
  const shown = without(markdown, outer.flatMap(marksIn));
  const bare = fromMarkdown(shown);
  return !isDeep(bare) && sayingOf(bare) === sayingOf(tree) ? { shown, spans } : { shown: markdown, spans: [] };
}

/**
 * The Markdown without the marks of what stands out, for a field in which people write: `What is **DNS**?` is asked as
 * `What is DNS?`. Code, formulas, lists and links keep theirs; so does all of a text that would mean something else.
 */
export function withoutEmphasis(markdown: string): string {
  return readSpans(markdown).shown;
}

/** Where the words stand by themselves, outside of what stands out already, of code and of formulas. */
function placesOf(words: string, markdown: string): readonly number[] {
  const tree = fromMarkdown(markdown);
  if (isDeep(tree)) return [];
  const taken = [...takenIn(tree), ...formulasOf(markdown)];
  const places: number[] = [];
  for (let at = markdown.indexOf(words); at !== -1; at = markdown.indexOf(words, at + words.length)) {
    const end = at + words.length;
    const [before, after] = [markdown.slice(0, at).at(-1) ?? '', markdown.charAt(end)];
    const isInside = (LETTER.test(before) && LETTER.test(words.charAt(0))) || isGlued(words, after);
    if (!isInside && !taken.some((range) => overlap(range, [at, end]))) places.push(at);
  }
  return places;
}

function isGlued(words: string, after: string): boolean {
  return LETTER.test(after) && LETTER.test(words.at(-1) ?? '');
}

function takenIn(node: Nodes): readonly Range[] {
  if (isEmphasis(node) || node.type === 'inlineCode' || node.type === 'code' || node.type === 'link') {
    return [rangeOf(node)];
  }
  return 'children' in node ? node.children.flatMap(takenIn) : [];
}

/** Marks the words where they stood among their likes, or at the last place that there is. */
function mark(markdown: string, { marked: source, words, shownAt }: Span, shown: string): string {
  const nth = placesOf(words, shown).filter((at) => at < shownAt).length;
  const places = placesOf(words, markdown);
  const at = places[nth] ?? places.at(-1);
  if (at === undefined) return markdown;
  const again = markdown.slice(0, at) + source + markdown.slice(at + words.length);
  return withoutEmphasis(again) === withoutEmphasis(markdown) ? again : markdown;
}

/**
 * What somebody made of `withoutEmphasis(before)`, with the marks that `before` had: all of them where nothing was
 * changed, else on those words that are still there.
 */
export function withEmphasisOf(before: string, written: string): string {
  const { shown, spans } = readSpans(before);
  const text = written.replace(/\r\n?/g, '\n');
  if (text === before || text.trim() === shown.trim()) return before;
  // Those that somebody has marked again are theirs. The last come first, so that the others stay where they stood.
  const lost = spans.filter(({ marked, words }) => words !== '' && !text.includes(marked));
  return lost.reduceRight((markdown, span) => mark(markdown, span, shown), text);
}
