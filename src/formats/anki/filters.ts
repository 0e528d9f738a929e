/** Values as HTML by the names of the fields. */
export type Fields = ReadonlyMap<string, string>;

/** Whether one side of a card is a question or tells the answer. */
export type SideKind = 'question' | 'answer';

/** A tag of a template in its place. */
export type Shown = {
  readonly name: string;
  /** As they stand before the name, the innermost last. */
  readonly filters: readonly string[];
  /** Inside of another tag, such as in a link's address. */
  readonly isInTag: boolean;
};

/** A reading behind the characters that it belongs to, as ` 漢字[かんじ]`. What begins with `sound:` is a recording. */
const READING = / ?([^ >[\]]{1,200})\[(?!sound:)([^[\]]{1,200})\]/giu;

function withReadings(html: string, as: (characters: string, reading: string) => string): string {
  return html
    .replace(/&nbsp;/giu, ' ')
    .replace(READING, (_, characters: string, reading: string) => as(characters, reading));
}

/** Whether a field says something: editors leave empty lines in those that do not. */
export function isFilled(html: string | undefined): boolean {
  return (html ?? '').replace(/<br ?\/?>|&nbsp;|<\/?div>/giu, '').trim() !== '';
}

function plain(html: string): string {
  return html
    .replace(/<[^<>]*>/gu, '')
    .replace(/"/gu, '&quot;')
    .trim();
}

/** Names of the fields that a side reads aloud, and of those that it lets people type. */
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

/** A field as HTML through its filters. One that nobody knows, an add-on's, changes nothing. */
export function filtered({ name, filters, isInTag }: Shown, fields: Fields): string {
  const value = [...filters].reverse().reduce((html, filter) => {
    if (filter === 'furigana') return withReadings(html, (characters, reading) => `${characters}(${reading})`);
    if (filter === 'kanji') return withReadings(html, (characters) => characters);
    if (filter === 'kana') return withReadings(html, (_, reading) => reading);
    return html;
  }, fields.get(name) ?? '');
  return isInTag ? plain(value) : value;
}
