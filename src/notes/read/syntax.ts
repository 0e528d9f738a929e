import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

type Extension = ReturnType<typeof gfm>;
type Constructs = NonNullable<Extension['text']>;
type TreeExtension = ReturnType<typeof frontmatterFromMarkdown> | ReturnType<typeof gfmFromMarkdown>;

/** What the parser is given for one text. */
export type Syntax = { readonly extensions: Extension[]; readonly mdastExtensions: TreeExtension[] };

/** Parts of GitHub's syntax that the parser tries at each letter or at each line, and the signs without which there is none. */
const DEAR = [
  { names: ['emailAutolink'], sign: /@/u },
  { names: ['wwwAutolink', 'protocolAutolink'], sign: /www|http/iu },
  { names: ['table'], sign: /\||:-|-:/u },
] as const;
/** Addresses are looked for in the tree once more, where entities are letters already. */
const ADDRESS = /[@&]|www|http/iu;

// One sign of deletion is also an index, `CO~2~`: `inline-marks.ts` tells them apart.
const GITHUB = gfm({ singleTilde: false });
const FRONT = frontmatter(['yaml']);
const TREE = [frontmatterFromMarkdown(['yaml']), ...gfmFromMarkdown()];
const TREE_WITHOUT_ADDRESSES = TREE.map(({ transforms: _, ...rest }) => rest);

function without(constructs: Constructs | undefined, names: ReadonlySet<string>): Constructs {
  const left = Object.entries(constructs ?? {}).map(([code, one]) => {
    const all = one === undefined ? [] : Array.isArray(one) ? one : [one];
    return [code, all.filter(({ name }) => name === undefined || !names.has(name))] as const;
  });
  return Object.fromEntries(left.filter(([, all]) => all.length > 0));
}

const made = new Map<string, Extension[]>();

function extensionsFor(text: string): Extension[] {
  const absent = DEAR.filter(({ sign }) => !sign.test(text)).flatMap(({ names }) => names);
  const key = absent.join(' ');
  const known = made.get(key);
  if (known) return known;
  const names = new Set<string>(absent);
  const extensions = [FRONT, { ...GITHUB, text: without(GITHUB.text, names), flow: without(GITHUB.flow, names) }];
  made.set(key, extensions);
  return extensions;
}

/** GitHub's Markdown and front matter, without what a text has no signs of: the tree is the same, and half as dear. */
export function syntaxFor(text: string): Syntax {
  return { extensions: extensionsFor(text), mdastExtensions: ADDRESS.test(text) ? TREE : TREE_WITHOUT_ADDRESSES };
}
