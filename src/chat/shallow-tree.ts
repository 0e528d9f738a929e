import type { Nodes, Parents, Root } from 'mdast';

/** Levels of a tree that are rendered; notes that mean something have about ten. */
const DEEPEST = 60;

function isParent(node: Nodes): node is Parents {
  return 'children' in node && node.children.length > 0;
}

function below(nodes: readonly Parents[]): readonly Parents[] {
  return nodes.flatMap((node) => {
    const children: readonly Nodes[] = node.children;
    return children.filter(isParent);
  });
}

/** These hold nodes of one kind only, so what replaces those must be inside of them. */
function isFrame({ type }: Nodes): boolean {
  return type === 'list' || type === 'table' || type === 'tableRow';
}

/**
 * Puts the source itself in place of what is nested deeper than 60 levels, so that thousands of `>` in a row cannot
 * use up the stack. Changes `tree`, which is the parsed `source`.
 */
export function makeShallow(tree: Root, source: string): void {
  let level: readonly Parents[] = [tree];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) level = below(level);
  while (level.some(isFrame)) level = [...level.filter((node) => !isFrame(node)), ...below(level.filter(isFrame))];
  for (const node of level) {
    const start = node.children[0]?.position?.start.offset ?? 0;
    const end = node.children.at(-1)?.position?.end.offset ?? start;
    node.children.length = 0;
    node.children[0] = { type: 'text', value: source.slice(start, end) };
  }
}
