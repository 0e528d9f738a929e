import MiniSearch from 'minisearch';

/** With what its manual advises for typing: prefixes, and a fifth of a word's letters may be wrong. */
export function build(passages) {
  const index = new MiniSearch({
    fields: ['title', 'body'],
    searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true },
  });
  index.addAll(passages.map(({ id, title, body }) => ({ id, title, body })));
  return { search: (query) => index.search(query)[0]?.id ?? null };
}
