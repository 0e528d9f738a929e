import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hintFor } from '../../../src/tutor/review/hint.js';

describe('hintFor', () => {
  it.each([
    ['inmutables', '¿Cómo son las imágenes?', 'i·········'],
    ['Solaris Container', '', 'S······ C········'],
    ['cgroups, namespaces', '', 'c······, n·········'],
    ['Es un fork de Elasticsearch.', '¿Qué es Opendistro?', 'Es un f··· de E············.'],
    ['el plano de la imagen de Docker', '¿Qué es el Dockerfile de Docker?', 'el p···· de la i····· de Docker'],
    ['docker ps -a', '', 'd····· ·· -·'],
    ['it is what they are', '', '·· ·· w··· t··· a··'],
    ['ñandú', '', 'ñ····'],
    ['', '', ''],
  ])('hints at %j asked by %j with %j', (answer, question, hint) => {
    expect(hintFor(answer, question)).toBe(hint);
  });

  it('keeps the lines of a list, as many as can be looked through', () => {
    expect(hintFor('• uno solo\n• dos más\n• tres\n• cuatro\n• cinco\n• seis', '').split('\n')).toHaveLength(6);
    expect(hintFor('• Portabilidad\n• Ligereza', '')).toBe('• P···········\n• L·······');
  });

  it('is never the answer, and no longer than can be read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('imagen', 'de', 'the', 'Kernel', 'a', '42', 'C#'), { minLength: 1 }),
        (words) => {
          const answer = words.join(' ');
          const hint = hintFor(answer, '');
          expect(hint).not.toBe(answer);
          expect(hint.split(' ').length).toBeLessThanOrEqual(17);
        },
      ),
    );
  });
});
