import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { makeShallow } from '../shallow-tree.js';
import { blockParts, listParts } from './rich-blocks.js';
import { inlinesOf, type References, type RichInline, trimmed, words } from './rich-inline.js';
import { assemble, codePart, type Part, type RichElement, withLead } from './rich-parts.js';

/** Made once: to make them takes as long as to read a short text. */
const GITHUB = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

function parse(commonMark: string): Root {
  const tree = fromMarkdown(commonMark, GITHUB);
  makeShallow(tree, commonMark);
  return tree;
}

/**
 * What the references in a tree point at. Every address is there once; used again and again, a long one could make a
 * short text too long for Slack, so repetitions share as many characters as the source has.
 */
function referencesIn(tree: Root, sourceLength: number): References {
  const urls = new Map<string, string>();
  const used = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'definition' && !urls.has(node.identifier)) urls.set(node.identifier, node.url);
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
  });
  const given = new Set<string>();
  let room = sourceLength;
  const address = (identifier: string) => {
    const url = urls.get(identifier);
    if (url === undefined || !given.has(identifier)) {
      given.add(identifier);
      return url;
    }
    room -= url.length;
    return room < 0 ? undefined : url;
  };
  return { address, isUsed: (identifier) => used.has(identifier) };
}

function partsOf(commonMark: string): readonly Part[] {
  const tree = parse(commonMark);
  return blockParts(tree.children, 0, referencesIn(tree, commonMark.length));
}

/** The words of a text on one line, without its blocks. */
function lineOf(commonMark: string): readonly RichInline[] {
  const tree = parse(commonMark);
  return trimmed(inlinesOf([tree], referencesIn(tree, commonMark.length), { bold: true }));
}

/**
 * CommonMark (with GitHub's tables, strikethrough and task lists) as the elements of one rich_text block. Text in them
 * is data to Slack: nothing pings, nothing is parsed again. Empty for a text that shows nothing.
 */
export function richText(commonMark: string): readonly RichElement[] {
  return assemble(partsOf(commonMark));
}

/** A list whose items are CommonMark. */
export function richList(items: readonly string[], ordered: boolean): readonly RichElement[] {
  const trees = items.map(parse);
  const all: Root = { type: 'root', children: trees.flatMap((tree) => tree.children) };
  const length = items.reduce((total, item) => total + item.length, 0);
  return assemble(listParts({ ordered, children: trees }, 0, referencesIn(all, length)));
}

/** "**name**: value", a line each; names and values are CommonMark. */
export function richFields(
  fields: readonly { readonly name: string; readonly value: string }[],
): readonly RichElement[] {
  const parts = fields.flatMap(({ name, value }) => {
    const line = lineOf(name);
    const parts = partsOf(value);
    const colon = words(parts[0]?.kind === 'words' ? ': ' : ':');
    return withLead(line.length > 0 ? [...line, ...colon] : [], parts).map(
      (part): Part => (part.kind === 'words' ? { ...part, tight: true } : part),
    );
  });
  return assemble(parts);
}

/** Text that stays as it is, in a monospaced font. */
export function richCode(code: string): readonly RichElement[] {
  return assemble(codePart(code));
}
