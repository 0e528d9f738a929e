import { stemOf } from './files.js';

const ID = '[0-9a-f]{32}';
/** In a heading or the text of a link. */
const ID_IN_TEXT = new RegExp(String.raw`\s${ID}(?![0-9a-f])`, 'g');
/** At the end of a file's stem; `_all` marks a table with all its rows. */
const ID_OF_FILE = new RegExp(`[ _-]${ID}(?:_all)?$`, 'iu');

/** A title or a text without the ids that Notion's export adds to names. */
export function withoutNotionIds(text: string): string {
  return text.replace(ID_IN_TEXT, '');
}

/** Whether Notion gave the file its name. */
export function isNotionName(file: string): boolean {
  return ID_OF_FILE.test(stemOf(file));
}

/** The file's name without folder, extension and Notion's id. */
export function stemWithoutId(file: string): string {
  return stemOf(file).replace(ID_OF_FILE, '');
}

/** The name of a file or a folder without Notion's id; unchanged where nothing else would be left. */
export function withoutFileId(name: string): string {
  const [, stem = name, extension = ''] = /^(.*?)(\.[a-z0-9]{1,8})?$/isu.exec(name) ?? [];
  const plain = stem.replace(ID_OF_FILE, '').trim();
  return plain === '' ? name : `${plain}${extension}`;
}
