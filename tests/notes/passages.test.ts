import { describe, expect, it } from 'vitest';
import { read } from './support.js';

const NOTES = `---
title: Contenedores
aliases: [containers]
---
# Docker 🚀️

## Imágenes

Una **imagen** es una plantilla.

* **Capa (layer)** => Un cambio en los archivos.
* Soporta \`tags\`.

## Registros

### Privados

* **Harbor**: guarda imágenes.
`;

const passages = read(NOTES).deck!.passages;
const titled = (title: string) => passages.find((passage) => passage.title === title);

describe('passages', () => {
  it('are the sections and the terms, in the order of the notes', () => {
    expect(passages.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'section Docker',
      'section Imágenes',
      'term Capa',
      'section Registros',
      'section Privados',
      'term Harbor',
    ]);
  });

  it('of a section hold its own words as they stand in the notes, and nothing of the sections below', () => {
    expect(titled('Imágenes')).toMatchObject({
      headings: ['Docker', 'Imágenes'],
      body: 'Una **imagen** es una plantilla.\n\n* **Capa (layer)** => Un cambio en los archivos.\n* Soporta `tags`.',
      source: { file: 'notes.md', line: 7 },
      language: 'es',
    });
    expect(titled('Docker')?.body).toBe('');
    expect(titled('Registros')?.body).toBe('');
  });

  it('of a term carry the words in brackets as another name, and belong to their section', () => {
    expect(titled('Capa')).toMatchObject({
      kind: 'term',
      sectionId: titled('Imágenes')?.id,
      aliases: ['layer'],
      body: 'Un cambio en los archivos.',
      source: { file: 'notes.md', line: 11 },
    });
  });

  it('give the front matter to the first section', () => {
    expect(titled('Docker')?.aliases).toEqual(['containers']);
    expect(read(NOTES).deck?.name).toBe('Contenedores');
  });

  it('keep their ids when lines move, and have different ones where headings repeat', () => {
    const moved = read(NOTES.replace('Una **imagen**', '\n\nAlgo nuevo.\n\nUna **imagen**')).deck!.passages;
    expect(moved.map((passage) => passage.id)).toEqual(passages.map((passage) => passage.id));
    const twice = read('# A\n\nuno\n\n# A\n\ndos\n').deck!.passages;
    expect(new Set(twice.map((passage) => passage.id)).size).toBe(2);
    for (const { id } of passages) expect(id).toMatch(/^[a-z2-7]{12}$/);
  });

  it('take what stands above the first heading under the deck name', () => {
    expect(read('Los pods son efímeros.\n', 'k8s pods.md').deck?.passages).toEqual([
      expect.objectContaining({ title: 'k8s pods', headings: ['k8s pods'], body: 'Los pods son efímeros.' }),
    ]);
  });
});

describe('the deck', () => {
  it.each([
    ['docker.md', 'docker'],
    ['notas/Redes y DNS.md', 'redes-y-dns'],
    ['Programación básica.markdown', 'programacion-basica'],
    ['???.md', 'notes'],
  ])('of %s has the id %s', (file, id) => {
    expect(read('# Hola\n\nmundo\n', file).deck?.id).toBe(id);
  });

  it('takes its name from the front matter, else the first heading, else the file', () => {
    expect(read('---\ntitle: Uno\n---\n# Dos\n').deck?.name).toBe('Uno');
    expect(read('texto\n\n## Dos 🚀\n').deck?.name).toBe('Dos');
    expect(read('texto\n', 'tres.md').deck?.name).toBe('tres');
  });

  it('takes language and tags from the front matter, and survives broken ones', () => {
    const { deck } = read('---\nlang: es-MX\ntags: [redes, "#dns"]\n---\n# DNS\n\n* **TTL** => Time to live.\n');
    expect(deck?.language).toBe('es');
    expect(deck?.cards[0]?.tags).toEqual(['redes', 'dns']);
    expect(read('---\ntitle: [\n---\n# DNS\n\nThe names of hosts.\n').deck).toMatchObject({
      name: 'DNS',
      language: 'en',
    });
    expect(read('---\ntitle: {a: 1}\ntags: 7\n---\n# DNS\n\nThe names of hosts.\n').deck?.name).toBe('DNS');
  });
});

describe('where notes can be read', () => {
  const urlOf = (base: string, file?: string) => {
    const notes = `---\nbase: ${base}\n---\n# Docker\n\nUna API.\n`;
    return read(notes, file).deck?.passages[0]?.url ?? null;
  };
  it.each([
    ['https://notes.example/docker', 'https://notes.example/docker#L4'],
    ['https://notes.example/docker#section', 'https://notes.example/docker#section'],
    ['https://notes.example/', 'https://notes.example/a%20b/notes.md#L4'],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['not an address', null],
    ['[1, 2]', null],
  ])('%s → %s', (base, url) => {
    expect(urlOf(base, 'a b/notes.md')).toBe(url);
  });
});

describe('what a deck teaches', () => {
  it.each(['aliases: {capa: layer}', 'aliases: ["capa = layer"]', 'aliases: capa = layer'])('%s', (line) => {
    expect(read(`---\n${line}\n---\n# Docker\n\nUna API.\n`).deck?.passages[0]?.aliases).toEqual(['capa = layer']);
  });
});
