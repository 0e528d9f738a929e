import { create, insertMultiple, search } from '@orama/orama';

export async function build(passages) {
  const index = create({ schema: { title: 'string', body: 'string' }, language: 'spanish' });
  await insertMultiple(
    index,
    passages.map(({ id, title, body }) => ({ id, title, body })),
    1_000,
  );
  return {
    async search(query) {
      const { hits } = await search(index, { term: query, boost: { title: 2 }, limit: 10 });
      return hits[0]?.id ?? null;
    },
  };
}
