import type { Root } from 'mdast';
import { parse } from 'yaml';
import { z } from 'zod';
import { isLanguage, type Language } from '../../core/language.js';
import { tidy } from '../../language/text.js';

/** What the notes say about themselves above everything else. Unknown keys and wrong types are passed over. */
export type FrontMatter = {
  readonly title: string | null;
  readonly language: Language | null;
  /** The same as two letters of BCP 47, for any language. */
  readonly tongue: string | null;
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  /** Where the notes can be read in a browser: `base: https://…`. */
  readonly base: string | null;
};

const NONE: FrontMatter = { title: null, language: null, tongue: null, tags: [], aliases: [], base: null };

/** Escapes in YAML can write what no database takes: control characters, halves of a character. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/gu;

const word = z.union([z.string(), z.number()]).transform((value) => tidy(String(value).replace(UNSTORABLE, ' ')));
const name = word.nullish().catch(null);
const list = z
  .union([z.array(word), z.string().transform((text) => text.replace(UNSTORABLE, ' ').split(',').map(tidy))])
  .nullish()
  .catch(null)
  .transform((values) => (values ?? []).filter((value) => value !== ''));

/** `aliases` may also say what each means: `{capa: layer}` reads like `capa = layer`. */
const meanings = z
  .record(z.string(), word)
  .transform((pairs) =>
    Object.entries(pairs).map(([alias, meaning]) => tidy(`${alias.replace(UNSTORABLE, ' ')} = ${meaning}`)),
  );

const address = z
  .string()
  .max(1_000)
  .pipe(z.url({ protocol: /^https?$/ }))
  .nullish()
  .catch(null);

const schema = z.object({
  title: name,
  deck: name,
  language: name,
  lang: name,
  tags: list,
  aliases: z.union([meanings, list]),
  base: address,
});

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** `pt` of "pt-BR"; `null` for what is no language. */
function tongueOf(tag: string | null | undefined): string | null {
  const letters = /^([a-z]{2})(?![a-z])/u.exec(tag?.toLowerCase() ?? '')?.[1];
  return letters === undefined || NAMES.of(letters) === undefined ? null : letters;
}

/** The YAML front matter of a document; nothing where there is none or it cannot be read. */
export function frontMatterOf(root: Root): FrontMatter {
  const node = root.children[0];
  if (node?.type !== 'yaml') return NONE;
  let value: unknown;
  try {
    value = parse(node.value, { maxAliasCount: 0 });
  } catch {
    return NONE;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) return NONE;
  const { title, deck, language, lang, tags, aliases, base } = parsed.data;
  const tagNames = tags.map((tag) => tag.replace(/^#/, '')).filter((tag) => tag !== '');
  const tongue = tongueOf(language ?? lang);
  return {
    title: title || deck || null,
    language: tongue !== null && isLanguage(tongue) ? tongue : null,
    tongue,
    tags: tagNames,
    aliases,
    base: base ?? null,
  };
}
