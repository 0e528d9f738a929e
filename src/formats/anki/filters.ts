/** HTML values by field name. */
export type Fields = ReadonlyMap<string, string>;

/** Whether a side asks or answers. */
export type SideKind = 'question' | 'answer';

/** A field tag of a template. */
export type Shown = {
  readonly name: string;
  /** In the order before the name, the innermost last. */
  readonly filters: readonly string[];
  /** Whether it is inside an HTML tag, such as in a link's address. */
  readonly isInTag: boolean;
};

/** A reading after the characters that it belongs to, as ` 漢字[かんじ]`. `sound:` marks a recording instead. */
const READING = / ?([^ >[\]]{1,200})\[(?!sound:)([^[\]]{1,200})\]/giu;

function withReadings(html: string, as: (characters: string, reading: string) => string): string {
  return html
    .replace(/&nbsp;/giu, ' ')
    .replace(READING, (_, characters: string, reading: string) => as(characters, reading));
}

/** Whether a field has content: editors leave empty lines in empty fields. */
export function isFilled(html: string | undefined): boolean {
  return (html ?? '').replace(/<br ?\/?>|&nbsp;|<\/?div>/giu, '').trim() !== '';
}

function plain(html: string): string {
  return html
    .replace(/<[^<>]*>/gu, '')
    .replace(/"/gu, '&quot;')
    .trim();
}

/** Whether a field is read aloud by its filters. */
export function isSpoken(filters: readonly string[]): boolean {
  return filters.some((filter) => /^tts(?:\s|-|$)/u.test(filter));
}

export function isTyped(filters: readonly string[]): boolean {
  return filters.includes('type');
}

export function isHint(filters: readonly string[]): boolean {
  return filters.includes('hint');
}

export function asksGaps(filters: readonly string[]): boolean {
  return filters.some((filter) => filter.startsWith('cloze'));
}

/** A field as HTML after its filters. Unknown filters, of add-ons, change nothing. */
export function filtered({ name, filters, isInTag }: Shown, fields: Fields): string {
  const value = [...filters].reverse().reduce((html, filter) => {
    if (filter === 'furigana') return withReadings(html, (characters, reading) => `${characters}(${reading})`);
    if (filter === 'kanji') return withReadings(html, (characters) => characters);
    if (filter === 'kana') return withReadings(html, (_, reading) => reading);
    return html;
  }, fields.get(name) ?? '');
  return isInTag ? plain(value) : value;
}
