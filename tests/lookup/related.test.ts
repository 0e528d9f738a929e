import { describe, expect, it } from 'vitest';
import { passageId } from '../../src/core/ids.js';
import { buildLookup } from '../../src/lookup/lookup.js';
import { passage } from './support/passages.js';

const containers = passage('Contenedores', 'Procesos autocontenidos.', { headings: ['Docker', 'Contenedores'] });
const term = (title: string, body: string) =>
  passage(title, body, { kind: 'term', sectionId: containers.id, headings: containers.headings });
const cgroups = term('cgroups', 'Limitan los recursos.');
const namespaces = term('namespaces', 'Donde viven los procesos.');
const images = passage('Imágenes', 'Son plantillas; se escriben en un Dockerfile.', {
  headings: ['Docker', 'Imágenes'],
});
const dockerfile = passage('Dockerfile', 'El plano con los comandos.', { headings: ['Docker', 'Dockerfile'] });
const cooking = passage('Tortilla', 'Huevos, patatas y paciencia.', { headings: ['Cocina', 'Tortilla'] });
const lookup = buildLookup([containers, cgroups, namespaces, images, dockerfile, cooking]);
const related = (id: string, limit = 10) => lookup.related(passageId(id), limit).map(({ title }) => title);

describe('related concepts', () => {
  it('are first those of the same section', () => {
    expect(related(cgroups.id, 2).sort()).toEqual(['Contenedores', 'namespaces']);
  });
  it('include what a text mentions by name, and what mentions it', () => {
    expect(related(images.id)[0]).toBe('Dockerfile');
    expect(related(dockerfile.id)[0]).toBe('Imágenes');
  });
  it('leave out what has nothing to do with it', () => {
    expect(related(cgroups.id)).not.toContain('Tortilla');
    expect(related(cooking.id)).toEqual([]);
  });
  it('of an unknown passage are none', () => {
    expect(related('nowhere')).toEqual([]);
  });
});
