import type { Link } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isNotionName, withoutFileId } from '../core/notion-names.js';

export type ZippedFile = { readonly file: string; readonly bytes: Uint8Array };
/** `given`: the original name, which shows that a table is one of Notion's. */
export type NamedFile = ZippedFile & { readonly given: string };

/** The folder around an export, whose name differs each time. */
const EXPORT_FOLDER = /^(?:Export(?:Block)?-[0-9a-f-]{8,}(?:-Part-\d+)?|Private & Shared)$/iu;
const MARKDOWN = /\.(?:md|markdown)$/iu;
/** A link to another page or table of the export, not to the web or within the page. */
const PAGE_LINK = /^(?![a-z][a-z0-9+.-]*:|\/|#)[^?#]*\.(?:md|csv)(?:[?#].*)?$/iu;
const PROPERTY = /^\S[^:]{0,60}:(?:\s|$)/u;

/** Whether Notion made the archive: it adds an id to every name. */
export function isNotionExport(files: readonly { readonly file: string }[]): boolean {
  return files.some(({ file }) => file.split('/').some(isNotionName));
}

function cleanPath(path: string): string {
  const parts = path.split('/').filter((part, index, all) => index === all.length - 1 || !EXPORT_FOLDER.test(part));
  return parts.map(withoutFileId).join('/');
}

/** Replaces links between pages by their text, since the pages are no files afterwards. */
function withoutPageLinks(markdown: string): string {
  if (!markdown.includes('](')) return markdown;
  const links: Link[] = [];
  visit(fromMarkdown(markdown), 'link', (link) => {
    if (PAGE_LINK.test(link.url)) links.push(link);
  });
  const pieces: string[] = [];
  let from = 0;
  for (const link of links) {
    const start = link.position?.start.offset ?? from;
    const end = link.position?.end.offset ?? start;
    if (start < from) continue;
    pieces.push(markdown.slice(from, start), textOf(link));
    from = end;
  }
  return [...pieces, markdown.slice(from)].join('');
}

/** A page of a database's row without the properties below its title, which are in the database's table. */
function withoutProperties(markdown: string): string {
  const lines = markdown.split('\n');
  const title = lines.findIndex((line) => line.trim() !== '');
  if (!lines[title]?.startsWith('# ')) return markdown;
  let first = title + 1;
  while (lines[first]?.trim() === '') first += 1;
  let after = first;
  while (PROPERTY.test(lines[after] ?? '')) after += 1;
  const ends = after >= lines.length || lines[after]?.trim() === '';
  return ends ? [...lines.slice(0, first), ...lines.slice(after)].join('\n') : markdown;
}

function changeText(bytes: Uint8Array, change: (markdown: string) => string): Uint8Array {
  try {
    return new TextEncoder().encode(change(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    // Notion writes UTF-8, so this is no page of Notion's; the notes' reader mends it or reports why not.
    return bytes;
  }
}

/** Notion exports a table twice: as it was shown, and with all its rows, under `_all`. */
function isPartOfAnother(path: string, all: ReadonlySet<string>): boolean {
  return /\.csv$/iu.test(path) && all.has(path.replace(/\.csv$/iu, '_all.csv'));
}

/** A Notion export in ordinary form: names without ids, links as text, each table once. */
export function tidyNotion(files: readonly ZippedFile[]): readonly NamedFile[] {
  const paths = new Set(files.map(({ file }) => file));
  const tables = new Set(
    files.flatMap(({ file }) => (/\.csv$/iu.test(file) ? [cleanPath(file).replace(/\.csv$/iu, '')] : [])),
  );
  return files
    .filter(({ file }) => !isPartOfAnother(file, paths))
    .map(({ file: given, bytes }) => {
      const file = cleanPath(given);
      if (!MARKDOWN.test(file)) return { file, given, bytes };
      const isRow = tables.has(file.split('/').slice(0, -1).join('/'));
      const tidy = (text: string) => withoutPageLinks(isRow ? withoutProperties(text) : text);
      return { file, given, bytes: changeText(bytes, tidy) };
    });
}
