import type { ElementContent, Root } from 'hast';

const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/giu;
/** Elements without an end tag, or ended by the next of their kind. */
const ENDS_ITSELF: ReadonlySet<string> = new Set(
  'area br col embed frame hr img input link meta param source track wbr p li dt dd tr td th option rt rp'.split(' '),
);
/** Elements that a parser opens again in every block until they are closed. */
const REOPENED: ReadonlySet<string> = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
const DEEPEST = 200;
/** The most elements that reopening may add to a field. */
const MOST_REOPENED = 200_000;

/**
 * Throws a `RangeError` for HTML that is nested too deeply, before it is parsed: parsing it would take far longer
 * than its size suggests.
 */
export function checkNesting(html: string): void {
  let [depth, reopened, most, tags] = [0, 0, 0, 0];
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    tags += 1;
    const folded = name.toLowerCase();
    if (ENDS_ITSELF.has(folded)) continue;
    const step = slash === '' ? 1 : -1;
    depth = Math.max(0, depth + step);
    if (REOPENED.has(folded)) reopened = Math.max(0, reopened + step);
    most = Math.max(most, reopened);
    if (depth > DEEPEST || most * tags > MOST_REOPENED) throw new RangeError('HTML nests too deeply');
  }
}

const KINDS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'slanted',
  em: 'slanted',
  u: 'slanted',
  mark: 'slanted',
  del: 'struck',
  s: 'struck',
  strike: 'struck',
};

const NONE: ReadonlySet<string> = new Set();

function once(node: ElementContent, inside: ReadonlySet<string>): readonly ElementContent[] {
  if (node.type !== 'element') return [node];
  const kind = KINDS[node.tagName];
  const within = kind === undefined ? inside : new Set([...inside, kind]);
  node.children = node.children.flatMap((child) => once(child, within));
  return kind !== undefined && inside.has(kind) ? node.children : [node];
}

/** Removes nested emphasis: `<b><b>` means `<b>`, and Markdown cannot express more. */
export function withoutTwice(root: Root): Root {
  root.children = root.children.flatMap((child) => (child.type === 'doctype' ? [] : once(child, NONE)));
  return root;
}
