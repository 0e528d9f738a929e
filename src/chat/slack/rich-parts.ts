import type { RichTextText } from '@slack/types';
import { LIMITS } from './limits.js';
import { joined, type RichInline, words } from './rich-inline.js';

export type RichSection = { readonly type: 'rich_text_section'; readonly elements: RichInline[] };
type List = {
  readonly type: 'rich_text_list';
  readonly style: 'bullet' | 'ordered';
  /** Levels below the first. */
  readonly indent?: number;
  /** Numbers before the first item's. */
  readonly offset?: number;
  readonly border?: 1;
  readonly elements: RichSection[];
};
type Quote = { readonly type: 'rich_text_quote'; readonly elements: RichInline[] };
type Preformatted = {
  readonly type: 'rich_text_preformatted';
  readonly border?: 1;
  readonly elements: RichTextText[];
};

/** What a rich_text block consists of. */
export type RichElement = RichSection | List | Quote | Preformatted;

/** A piece on its way into a block: words, which join their neighbours in one section, or an element of its own. */
export type Part =
  | {
      readonly kind: 'words';
      readonly inlines: readonly RichInline[];
      /** The next words follow on the next line, without an empty one between: those of a heading, of a field. */
      readonly tight: boolean;
    }
  | { readonly kind: 'element'; readonly element: List | Quote | Preformatted };

export function wordsPart(inlines: readonly RichInline[], tight = false): readonly Part[] {
  return inlines.length === 0 ? [] : [{ kind: 'words', inlines, tight }];
}

export function section(inlines: readonly RichInline[]): RichSection {
  return { type: 'rich_text_section', elements: [...inlines] };
}

export function codePart(code: string): readonly Part[] {
  if (code.trim() === '') return [];
  return [{ kind: 'element', element: { type: 'rich_text_preformatted', elements: [{ type: 'text', text: code }] } }];
}

/** Items in one run; `depth` counts from 0, `offset` is how many numbers come before. */
export function listPart(
  elements: RichSection[],
  look: { readonly style: 'bullet' | 'ordered'; readonly depth: number; readonly offset: number },
): readonly Part[] {
  if (elements.length === 0) return [];
  const { style, offset } = look;
  const indent = Math.min(look.depth, LIMITS.indent);
  const list = { type: 'rich_text_list', style, elements } as const;
  const more = { ...(indent > 0 ? { indent } : {}), ...(offset > 0 ? { offset } : {}) };
  return [{ kind: 'element', element: { ...list, ...more } }];
}

/** `before` at the beginning of the first words, or as words of its own. */
export function withLead(before: readonly RichInline[], parts: readonly Part[]): readonly Part[] {
  const [first, ...others] = parts;
  if (before.length === 0) return parts;
  if (first?.kind !== 'words') return [...wordsPart(before, true), ...parts];
  return [{ ...first, inlines: joined([...before, ...first.inlines]) }, ...others];
}

/** Parts as elements. Slack shows no space between sections, nor below a list, so the gaps are line ends. */
export function assemble(parts: readonly Part[]): readonly RichElement[] {
  const elements: RichElement[] = [];
  let gap = '';
  for (const part of parts) {
    if (part.kind === 'element') {
      elements.push(part.element);
      gap = part.element.type === 'rich_text_list' ? '\n' : '';
      continue;
    }
    const last = elements.at(-1);
    const open = last?.type === 'rich_text_section' ? last.elements : [];
    const together = section(joined([...open, ...words(gap), ...part.inlines]));
    if (last?.type === 'rich_text_section') elements[elements.length - 1] = together;
    else elements.push(together);
    gap = part.tight ? '\n' : '\n\n';
  }
  return elements;
}

/** The same behind the bar of a quotation. */
export function quoted(parts: readonly Part[]): readonly Part[] {
  return assemble(parts).map((element): Part => {
    if (element.type === 'rich_text_quote') return { kind: 'element', element };
    if (element.type !== 'rich_text_section') return { kind: 'element', element: { ...element, border: 1 } };
    return { kind: 'element', element: { type: 'rich_text_quote', elements: element.elements } };
  });
}
