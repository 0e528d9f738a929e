/** Code and escaped characters, which stand for themselves; in this order at the same place. */
const LITERAL = /\\([^0-9A-Za-z\s])|```(?:[\w+#.-]+\n)?\n?([\s\S]*?)\n?```|(`+)([\s\S]*?[^`])\3(?!`)/g;
const HELD = /\uE000(\d+)\uE001/g;

const PAIRS: readonly RegExp[] = [
  /(\*\*\*|\*\*|__|~~|\|\|)(?=\S)([\s\S]*?\S)\1/g,
  /(\*)(?=\S)([^*]*?\S)\1/g,
  /(?<!\w)(_)(?=\S)([^_]*?\S)\1(?!\w)/g,
];

function withoutPairs(text: string): string {
  const once = PAIRS.reduce((rest, pair) => rest.replaceAll(pair, '$2'), text);
  return once === text ? text : withoutPairs(once);
}

/**
 * The words of a message in Discord's Markdown as somebody reads them. A mark that has no partner stays: it is seen too.
 */
export function withoutMarks(markdown: string): string {
  const literals: string[] = [];
  const held = markdown.replaceAll(LITERAL, (_whole, escaped, block, _ticks, code) => {
    literals.push(escaped ?? block ?? code ?? '');
    return `\uE000${literals.length - 1}\uE001`;
  });
  const plain = held
    .replaceAll(/^(?:>>> |> )/gm, '')
    .replaceAll(/^(?:#{1,3}|-#) +/gm, '')
    .replaceAll(/\[([^\]\n]+)\]\(<?[^)\s]+>?\)/g, '$1')
    .replaceAll(/<(https?:[^>\s]+)>/g, '$1');
  return withoutPairs(plain).replaceAll(HELD, (_whole, n) => literals[Number(n)] ?? '');
}
