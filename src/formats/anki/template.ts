import {
  asksGaps,
  type Fields,
  filtered,
  isFilled,
  isHint,
  isSpoken,
  isTyped,
  type Shown,
  type SideKind,
} from './filters.js';

/** One token of a card template. */
type Token =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'field' } & Shown)
  | { readonly kind: 'if'; readonly name: string }
  | { readonly kind: 'unless'; readonly name: string }
  | { readonly kind: 'end'; readonly name: string };

export type Template = readonly Token[];

/** Longer templates contain scripts of add-ons, and are not used. */
const MAX_LENGTH = 200_000;
const MAX_TEXT = 20_000;
const MAX_TOKENS = 1000;
const TAG = /\{\{([^{}]{1,200})\}\}/gu;
/** Names in templates that are no fields. */
const SPECIAL: ReadonlySet<string> = new Set(['FrontSide', 'Tags', 'Type', 'Deck', 'Subdeck', 'Card', 'CardFlag']);

/** Removes everything between two marks, in one pass. */
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

function tokenOf(tag: string, isInTag: boolean): Token {
  const text = tag.trim();
  const name = text.slice(1).trim();
  if (text.startsWith('#')) return { kind: 'if', name };
  if (text.startsWith('^')) return { kind: 'unless', name };
  if (text.startsWith('/')) return { kind: 'end', name };
  const parts = text.split(':').map((part) => part.trim());
  return { kind: 'field', name: parts.at(-1) ?? '', filters: parts.slice(0, -1), isInTag };
}

/** Parses one side of a card type; `null` for one that is too long. */
export function parseTemplate(format: string): Template | null {
  if (format.length > MAX_LENGTH) return null;
  const html = without(without(without(format, '<script', '</script>'), '<style', '</style>'), '<!--', '-->');
  const tokens: Token[] = [];
  let from = 0;
  let text = 0;
  let isInTag = false;
  for (const match of html.matchAll(TAG)) {
    const before = html.slice(from, match.index);
    const [opened, ended] = [before.lastIndexOf('<'), before.lastIndexOf('>')];
    if (opened >= 0 || ended >= 0) isInTag = opened > ended;
    tokens.push({ kind: 'text', text: before }, tokenOf(match[1] ?? '', isInTag));
    text += before.length;
    from = match.index + match[0].length;
  }
  tokens.push({ kind: 'text', text: html.slice(from) });
  return tokens.length > MAX_TOKENS || text + html.length - from > MAX_TEXT ? null : tokens;
}

function isShown({ kind, name }: Token & { readonly name: string }, fields: Fields): boolean {
  return isFilled(fields.get(name)) === (kind === 'if');
}

/** The value of a field on a side; `elsewhere` are fields that the card also shows as text. */
function shownValue(shown: Shown, fields: Fields, side: SideKind, elsewhere: ReadonlySet<string>): string {
  const { name, filters } = shown;
  if (SPECIAL.has(name)) return '';
  // A text box is no content; on the back, Anki shows the expected answer in it.
  if (isTyped(filters) && (side === 'question' || elsewhere.has(name))) return '';
  if (isSpoken(filters) && elsewhere.has(name)) return '';
  if (isHint(filters) && side === 'question') return '';
  return filtered(shown, fields);
}

/** The tokens of a side whose conditions are met. */
function visible(template: Template, fields: Fields): readonly Token[] {
  const shown: boolean[] = [];
  return template.filter((token) => {
    if (token.kind === 'if' || token.kind === 'unless') shown.push(isShown(token, fields));
    else if (token.kind === 'end') shown.pop();
    else return shown.every((is) => is);
    return false;
  });
}

/** One side of a card as HTML. */
export function renderTemplate(
  template: Template,
  fields: Fields,
  side: SideKind,
  elsewhere: ReadonlySet<string> = new Set(),
): string {
  const pieces = visible(template, fields).map((token) => {
    if (token.kind === 'text') return token.text;
    return token.kind === 'field' ? shownValue(token, fields, side, elsewhere) : '';
  });
  return pieces.join('');
}

/** The HTML that a side hides behind a hint button. */
export function hintIn(template: Template, fields: Fields): string {
  const hints = visible(template, fields).flatMap((token) =>
    token.kind === 'field' && isHint(token.filters) ? [filtered(token, fields)] : [],
  );
  return [...new Set(hints)].filter(isFilled).join('<br>');
}

/** The back without the front above it. */
export function answerPart(format: string): string {
  const rule = /<hr\b[^<>]{0,100}\bid\s{0,5}=\s{0,5}["']?answer["']?[^<>]{0,100}>/iu.exec(format);
  return rule === null ? format : format.slice(rule.index + rule[0].length);
}

function namesOf(template: Template, isOne: (shown: Shown) => boolean): readonly string[] {
  const names = template.flatMap((token) =>
    token.kind === 'field' && !SPECIAL.has(token.name) && isOne(token) ? [token.name] : [],
  );
  return [...new Set(names)];
}

/** Fields whose gaps are asked, each once. */
export function clozeFields(template: Template): readonly string[] {
  return namesOf(template, ({ filters }) => asksGaps(filters));
}

/** Every field in a side, in its order. */
export function fieldsNamed(template: Template): readonly string[] {
  return namesOf(template, () => true);
}

/** Fields that a side shows as text. */
export function fieldsShown(template: Template): readonly string[] {
  return namesOf(template, ({ filters }) => !isSpoken(filters) && !isTyped(filters) && !isHint(filters));
}

/** Fields that a side asks to be typed. */
export function fieldsTyped(template: Template): readonly string[] {
  return namesOf(template, ({ filters }) => isTyped(filters));
}
