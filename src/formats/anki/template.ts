/** One piece of a card template. */
type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly filters: readonly string[] }
  | { readonly kind: 'if'; readonly name: string }
  | { readonly kind: 'unless'; readonly name: string }
  | { readonly kind: 'end'; readonly name: string };

export type Template = readonly Token[];
/** Values as HTML by the names of the fields. */
export type Fields = ReadonlyMap<string, string>;

/** A template is a screen's layout; scripts of add-ons make some of them longer, and are left out. */
const MAX_LENGTH = 200_000;
const MAX_TEXT = 20_000;
const MAX_TOKENS = 1000;
const TAG = /\{\{([^{}]{1,200})\}\}/gu;
/** Names that stand for something else than a field. */
const SPECIAL: ReadonlySet<string> = new Set(['FrontSide', 'Tags', 'Type', 'Deck', 'Subdeck', 'Card', 'CardFlag']);

/** What lies between two marks goes; one pass, whatever the text. */
function without(html: string, from: string, to: string): string {
  const folded = html.toLowerCase();
  let kept = '';
  let at = 0;
  for (;;) {
    const start = folded.indexOf(from, at);
    if (start < 0) return kept + html.slice(at);
    kept += html.slice(at, start);
    const end = folded.indexOf(to, start);
    if (end < 0) return kept;
    at = end + to.length;
  }
}

function tokenOf(tag: string): Token {
  const text = tag.trim();
  const name = text.slice(1).trim();
  if (text.startsWith('#')) return { kind: 'if', name };
  if (text.startsWith('^')) return { kind: 'unless', name };
  if (text.startsWith('/')) return { kind: 'end', name };
  const parts = text.split(':');
  return { kind: 'field', name: (parts.at(-1) ?? '').trim(), filters: parts.slice(0, -1).map((part) => part.trim()) };
}

/** A side of a card type; `null` for one that is longer than any layout. */
export function parseTemplate(format: string): Template | null {
  if (format.length > MAX_LENGTH) return null;
  const html = without(without(without(format, '<script', '</script>'), '<style', '</style>'), '<!--', '-->');
  const tokens: Token[] = [];
  let from = 0;
  let text = 0;
  for (const match of html.matchAll(TAG)) {
    tokens.push({ kind: 'text', text: html.slice(from, match.index) }, tokenOf(match[1] ?? ''));
    text += match.index - from;
    from = match.index + match[0].length;
  }
  tokens.push({ kind: 'text', text: html.slice(from) });
  return tokens.length > MAX_TOKENS || text + html.length - from > MAX_TEXT ? null : tokens;
}

function isShown({ kind, name }: Token & { readonly name: string }, fields: Fields): boolean {
  const isFilled = (fields.get(name) ?? '').replace(/<br ?\/?>|&nbsp;|<\/?div>/giu, '').trim() !== '';
  return kind === 'if' ? isFilled : !isFilled;
}

function shownValue(name: string, filters: readonly string[], fields: Fields): string {
  // What is typed in, and what is read aloud, is no text of the card.
  if (SPECIAL.has(name) || filters.includes('type') || filters.some((filter) => filter.startsWith('tts'))) return '';
  return fields.get(name) ?? '';
}

function htmlOf(token: Extract<Token, { kind: 'text' | 'field' }>, fields: Fields): string {
  return token.kind === 'text' ? token.text : shownValue(token.name, token.filters, fields);
}

/** One side of a card as HTML. */
export function renderTemplate(template: Template, fields: Fields): string {
  const shown: boolean[] = [];
  let html = '';
  for (const token of template) {
    if (token.kind === 'if' || token.kind === 'unless') shown.push(isShown(token, fields));
    else if (token.kind === 'end') shown.pop();
    else if (shown.every((is) => is)) html += htmlOf(token, fields);
  }
  return html;
}

/** The back without the front that Anki shows above it. */
export function answerPart(format: string): string {
  const rule = /<hr\b[^<>]{0,100}\bid\s{0,5}=\s{0,5}["']?answer["']?[^<>]{0,100}>/iu.exec(format);
  return rule === null ? format : format.slice(rule.index + rule[0].length);
}

/** Fields whose gaps are asked for. */
export function clozeFields(template: Template): readonly string[] {
  return template.flatMap((token) =>
    token.kind === 'field' && token.filters.some((filter) => filter.startsWith('cloze')) ? [token.name] : [],
  );
}

/** Every field that a side shows, in its order. */
export function fieldsShown(template: Template): readonly string[] {
  return template.flatMap((token) => (token.kind === 'field' && !SPECIAL.has(token.name) ? [token.name] : []));
}
