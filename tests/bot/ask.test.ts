import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/chat/port.js';
import { questionId } from '../../src/core/ids.js';
import { instant } from '../../src/core/local-date.js';
import { askNotes } from '../../src/tutor/ask/ask-notes.js';
import { addNotes } from '../support/add-notes.js';
import { type BotUser, botUser, labels, rowOf, text } from '../support/bot-user.js';
import { createWorld, DAY, MONDAY_NOON, type World } from '../support/world.js';

const NETWORKS = `---
base: https://notes.example/redes.md?plain=1
---
# Redes

## Puente

- Existe desde hace años y casi nadie lo ve.
- El puente es una red que une contenedores del mismo anfitrión.
- Se crea con una orden:

\`\`\`sh
docker network create puente
\`\`\`

## Registro

- El registro guarda imágenes con su etiqueta. Cada etiqueta nombra una versión.
- La memoria se llama igual en todas partes.

## Puerto

- **Puerto**: número de un servicio.

## Barcos

- **Puerto**: donde atracan los barcos.
`;

let world: World;
let ana: BotUser;
let luis: BotUser;
const clock = { now: MONDAY_NOON };

beforeEach(async () => {
  clock.now = MONDAY_NOON;
  world = await createWorld();
  ana = botUser(world, 'Ana', ['es'], clock);
  luis = botUser(world, 'Luis', ['es'], clock, { manages: false });
  await addNotes(world, 'redes.md', NETWORKS);
});

describe('/explain', () => {
  it('says first what a thing is, then the rest in its order, code kept, with a link to the line', async () => {
    const view = await ana.command('explain', { concept: 'puente' });
    const [block] = view.body;
    expect(block).toEqual({
      kind: 'text',
      markdown:
        '- El puente es una red que une contenedores del mismo anfitrión.\n- Existe desde hace años y casi nadie lo ve.\n- Se crea con una orden:\n\n```sh\ndocker network create puente\n```',
    });
    expect(view.footer).toContain('[redes.md](<https://notes.example/redes.md?plain=1#L6>), línea 6');
  });

  it('asks which of several things of one name is meant', async () => {
    const view = await ana.command('explain', { concept: 'puerto' });
    expect(text(view)).toContain('«puerto» es más de una cosa en los apuntes. ¿Cuál?');
    expect(text(view)).toMatch(/Puerto · Redes: .*\[Este\]\n.*Puerto · Barcos: .*\[Este\]/);
    expect(text(await ana.pressLabel(view, /Este/, /Barcos/))).toContain('donde atracan los barcos');
  });

  it('remembers that the person missed it', async () => {
    const view = await ana.command('explain', { concept: 'imagenes' });
    const card = await ana.pressLabel(view, /Pregúntame/);
    await ana.pressLabel(await ana.pressLabel(card, /Mostrar/), /Otra vez/);
    expect(text(await ana.command('explain', { concept: 'imagenes' }))).toContain('Lo fallaste hoy; vuelve mañana.');
    clock.now += 3 * DAY;
    expect(text(await ana.command('explain', { concept: 'imagenes' }))).toContain(
      'Lo fallaste hace 3 días; toca ahora.',
    );
  });
});

describe('/ask', () => {
  it('quotes the best sentence first, with its source, and leads to the whole', async () => {
    const view = await ana.command('ask', { question: '¿Qué nombra cada etiqueta del registro?' });
    expect(view.body[0]).toMatchObject({ kind: 'text' });
    expect(JSON.stringify(view.body[0])).toMatch(/^\{"kind":"text","markdown":"> Cada etiqueta nombra una versión\./);
    expect(text(view)).toContain('Redes › Registro · redes.md (https://notes.example/redes.md?plain=1#L16), línea 16');
    expect(labels(view).slice(0, 2)).toEqual(['Todo sobre «Registro»', 'Compartir con todos']);
    expect(text(await ana.pressLabel(view, /Todo sobre/))).toContain('La memoria se llama igual');
  });

  it('answers English questions from Spanish notes', async () => {
    expect(text(await ana.command('ask', { question: 'which network joins the containers of one host?' }))).toContain(
      'El puente es una red que une contenedores',
    );
  });

  it('answers a direct message: a name is explained, a question is quoted', async () => {
    expect((await ana.ask('puente')).title).toBe('Puente');
    expect(text(await ana.ask('cada cuánto cambia una etiqueta del registro'))).toContain('Cada etiqueta nombra');
  });

  it('answers aloud without anything about the asker', async () => {
    await ana.pressLabel(await ana.command('explain', { concept: 'imagenes' }), /Añadir/);
    for (const question of ['imagenes', 'qué etiqueta nombra una versión', 'puerto', 'banana']) {
      const view = await ana.ask(question, true);
      expect(text(view)).not.toMatch(/repasos|repasaste|fallaste/);
      expect(labels(view)).not.toContain('Compartir con todos');
    }
  });

  it('is shared with everyone on request', async () => {
    const view = await ana.command('ask', { question: 'qué etiqueta nombra una versión' });
    const shared = await ana.pressLabel(view, /Compartir/);
    expect(text(shared)).toContain('Ana ha compartido esto de los apuntes.');
    expect(text(shared)).toContain('Cada etiqueta nombra una versión.');
  });

  it('says nothing that is not in the notes', async () => {
    const words = fc.constantFrom(
      'puente',
      'red',
      'image',
      'tag',
      'registro',
      'puerto',
      'layer',
      'qué',
      'es',
      'barcos',
    );
    const learner = await world.person('Ana');
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 6 }), async (some) => {
        const found = await askNotes(world.at(MONDAY_NOON), learner, some.join(' '));
        if (found.kind !== 'answered') return;
        for (const { passage, sentences } of found.quotes) {
          expect(sentences.length).toBeGreaterThan(0);
          for (const sentence of sentences) expect(passage.body).toContain(sentence);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is no question', () => {
  const HOSTILE = [
    ['5,000 letters', 'ab c'.repeat(1_250)],
    ['5,000 characters of words', 'banana split '.repeat(400)],
    ['markup', '*[x](javascript:alert(1))* <script>alert(1)</script> @everyone'],
    ['half a character and a null', '\ud83d \0 banana'],
    ['SQL', "'; drop table questions; --"],
  ] as const;

  it.each(HOSTILE)('%s get a kind answer that is text only', async (_, words) => {
    for (const view of [
      await ana.command('ask', { question: words }),
      await ana.ask(words),
      await ana.ask(words, true),
    ]) {
      expect(text(view)).toMatch(/^No encuentro/);
      const [block] = view.body;
      if (block?.kind !== 'text') throw new Error('expected a text');
      expect(block.markdown.length).toBeLessThan(600);
      expect(block.markdown).not.toMatch(/(^|[^\\])\[x\]\(/);
      expect(labels(view).join()).toMatch(/Temas de los apuntes \(6\)/);
    }
  });

  it.each(['', '   ', '\n'])('%j is asked for a question', async (words) => {
    const form = await ana.commandForm('ask', { question: words });
    expect(form.fields).toMatchObject([{ name: 'question', required: true }]);
    expect(text(await ana.ask(words))).toContain('Dime qué concepto');
    expect(text(await ana.command('explain', { concept: words }))).toContain('Dime qué concepto');
  });

  it.each([
    '🚀',
    '¿?',
    '🐳🐳 …',
    'asdfghjkl',
    'a'.repeat(5_000),
  ])('%s is asked for in words, and is no gap', async (words) => {
    for (const view of [
      await ana.command('ask', { question: words }),
      await ana.command('explain', { concept: words }),
    ]) {
      expect(text(view)).toMatch(/^No te he entendido, Ana\. Pregúntame algo de los apuntes/);
      expect(labels(view).join()).not.toContain('Temas de los apuntes');
    }
    expect(text(await ana.command('gaps'))).toContain('Hasta ahora los apuntes han respondido a todo.');
  });
});

describe('/gaps', () => {
  const NONE = 'Hasta ahora los apuntes han respondido a todo.';
  const rowsOf = (view: View) => view.body.flatMap((block) => (block.kind === 'rows' ? block.rows : []));

  it('lists what was missed, with the name of who asked to be told, and nobody else’s', async () => {
    for (const concept of ['helm charts', 'Helm  Charts?', 'terraform']) await ana.command('explain', { concept });
    const missed = await luis.ask('helm charts');
    const view = await ana.command('gaps');
    expect(view.title).toBe('2 preguntas sin respuesta');
    expect(rowsOf(view).map(({ markdown }) => markdown)).toEqual([
      '**helm charts** · preguntada 3 veces',
      '**terraform** · preguntada una vez',
    ]);
    await luis.pressLabel(missed, /^Avísame$/);
    expect(text(await ana.command('gaps'))).toContain('preguntada 3 veces · Luis quiere que le avise');
    expect(text(view)).not.toMatch(/Ana|Luis/);
  });

  it('are for those who may change the notes', async () => {
    expect(text(await luis.command('gaps'))).toContain('Esta lista es para quienes administran');
    for (const action of ['gaps.drop', 'gaps.restore']) {
      expect(text(await luis.press({ action, args: ['0'] }, 'x'))).toContain('Esta lista es para');
    }
  });

  it('become a card, and whoever asked is told once', async () => {
    await luis.command('ask', { question: 'qué es helm' });
    const form = await ana.formOf(await ana.command('gaps'), /^Crear tarjeta$/);
    expect(form.fields[0]).toMatchObject({ value: 'qué es helm' });
    const filled = await ana.submit(form, { front: '¿Qué es Helm?', back: 'Un gestor de paquetes.' });
    expect(text(filled)).toContain('Aviso a quien lo preguntó.');
    expect(text(await ana.command('gaps'))).toContain(NONE);
    const today = await luis.command('today');
    expect(text(today)).toContain('Preguntaste por «qué es helm»: los apuntes ya lo responden.');
    expect(text(await luis.pressLabel(today, /Ver «/))).toContain('Un gestor de paquetes.');
    expect(text(await luis.command('today'))).not.toContain('Preguntaste por');
  });

  describe('of one meaning', () => {
    const WAYS = ['what is a pod?', '¿qué es un pod?', 'pod', 'pods'];
    beforeEach(async () => {
      for (const [index, way] of WAYS.entries()) {
        const view = await (index % 2 === 0 ? luis : ana).ask(way);
        if (index < 3) await (index % 2 === 0 ? luis : ana).pressLabel(view, /^Avísame$/);
      }
      await ana.ask('pod');
      await ana.ask('¿cómo borro un pod?');
    });

    it('are one row, counted together, each person once', async () => {
      const view = await ana.command('gaps');
      expect(view.title).toBe('2 preguntas sin respuesta');
      expect(rowsOf(view)[0]?.markdown).toBe('**pod** · preguntada 5 veces · Ana y Luis quieren que les avise');
    });

    it('are answered together, and all who asked are told', async () => {
      const form = await ana.formOf(rowOf(await ana.command('gaps'), /^pod /), /^Crear tarjeta$/);
      await ana.submit(form, { front: '¿Qué es un grupo de contenedores?', back: 'Es una cápsula.' });
      expect((await ana.command('gaps')).title).toBe('Una pregunta sin respuesta');
      const told = text(await luis.command('today'));
      expect(told).toContain('«what is a pod?»');
      expect(told).toContain('«pod»');
    });

    it('are left out together, also when they are asked in another way, and put back together', async () => {
      const left = await ana.pressLabel(rowOf(await ana.command('gaps'), /^pod /), /^Descartar$/);
      expect(left.title).toBe('Una pregunta sin respuesta');
      expect(text(left)).toContain('Descartada: «pod». No vuelve a la lista.');
      await luis.ask('los pods');
      expect((await ana.command('gaps')).title).toBe('Una pregunta sin respuesta');
      const back = await ana.pressLabel(left, /^Restaurar$/);
      expect(text(back)).toContain('Está otra vez en la lista.');
      expect(rowsOf(back)[0]?.markdown).toBe('**pod** · preguntada 6 veces · Ana y Luis quieren que les avise');
      expect(text(await ana.pressLabel(left, /^Restaurar/))).toContain('Alguien ya ha decidido esto.');
    });
  });

  it.each([
    'hola',
    'good morning',
    'muchas gracias',
    'asdfghjkl',
    'xyzzy 42',
    'sdkfjh sdkjfh',
    'how are you?',
    '123',
  ])('are not made of “%s”, and nothing unrelated is offered for it', async (said) => {
    for (const view of [
      await ana.command('explain', { concept: said }),
      await ana.command('ask', { question: said }),
      await ana.ask(said),
      await luis.ask(said, true),
    ]) {
      expect(text(view)).not.toContain('¿Querías decir');
      expect(labels(view)).not.toContain('Avísame');
    }
    const learner = await world.person('Ana');
    expect(await askNotes(world.at(MONDAY_NOON), learner, said)).toMatchObject({
      kind: 'not-found',
      question: null,
      near: [],
    });
    expect(text(await ana.command('gaps'))).toContain(NONE);
  });

  it('hide the nonsense that was written down before', async () => {
    const { store } = world.opened;
    const learner = await world.person('Ana');
    for (const said of ['hola', 'asdfghjkl', 'terraform']) {
      await store.questions.note(
        world.team,
        learner.id,
        { id: questionId(said), text: said, passageId: null },
        instant(MONDAY_NOON),
      );
    }
    expect((await ana.command('gaps')).title).toBe('Una pregunta sin respuesta');
  });

  it('offer what is near where something is', async () => {
    const view = await ana.command('explain', { concept: 'puente colgante' });
    expect(text(view)).toContain('Los apuntes no lo dicen. Lo más cercano está en Puente:');
    expect(labels(view)).toEqual(['Todo sobre «Puente»', 'Avísame']);
    expect((await ana.command('gaps')).title).toBe('Una pregunta sin respuesta');
  });

  it('close by themselves when notes that answer them come in', async () => {
    await luis.command('explain', { concept: 'terraform' });
    await addNotes(world, 'infra.md', '# Infra\n\n## Terraform\n\n- **Terraform**: describe servidores en texto.\n');
    expect(text(await ana.command('gaps'))).toContain(NONE);
    expect(text(await luis.command('explain', { concept: 'puente' }))).toContain('Preguntaste por «terraform»');
  });

  it('do not tell what the person is just looking at', async () => {
    await luis.command('explain', { concept: 'terraform' });
    await addNotes(world, 'infra.md', '# Infra\n\n## Terraform\n\nDescribe servidores en texto.\n');
    expect(text(await luis.command('explain', { concept: 'terraform' }))).not.toContain('Preguntaste por');
    expect(text(await luis.command('today'))).not.toContain('Preguntaste por');
  });

  it('are left out for good when nobody wants them in the notes, with a way back', async () => {
    await luis.command('explain', { concept: 'helm' });
    const left = await ana.pressLabel(await ana.command('gaps'), /^Descartar$/);
    expect(text(left)).toContain('Descartada: «helm».');
    expect(text(left)).toContain(NONE);
    await luis.command('explain', { concept: 'helm' });
    expect(text(await ana.command('gaps'))).toContain(NONE);
    expect((await ana.pressLabel(left, /^Restaurar$/)).title).toBe('Una pregunta sin respuesta');
  });

  it('come in pages of five', async () => {
    const rare = ['terraform', 'helm', 'ansible', 'xylophone', 'nomad', 'packer', 'consul'];
    for (const concept of rare) await ana.command('explain', { concept });
    const first = await ana.command('gaps');
    expect(rowsOf(first)).toHaveLength(5);
    expect(text(first)).toContain('1–5 de 7');
    const second = await ana.pressLabel(first, /^Siguiente$/);
    expect(rowsOf(second)).toHaveLength(2);
    expect(labels(second)).toContain('Anterior');
    expect(labels(second)).not.toContain('Siguiente');
    const shorter = await ana.pressLabel(second, /^Descartar$/);
    expect(text(shorter)).toMatch(/^6 de 6$/m);
  });

  it('hear of answers that did not help, once a person', async () => {
    const view = await luis.command('ask', { question: 'qué etiqueta nombra una versión' });
    expect(text(await luis.choose(view, /No era esto/))).toContain('ve que esto falta');
    await luis.choose(view, /No era esto/);
    expect(rowsOf(await ana.command('gaps')).map(({ markdown }) => markdown)).toEqual([
      '**qué etiqueta nombra una versión** · la respuesta no le sirvió a una persona',
    ]);
    expect(text(await luis.choose(view, /Me ha servido/))).toContain('Me alegro');
    expect(text(await ana.command('gaps'))).not.toContain('no le sirvió');
  });

  it('are noted for whoever wants a message', async () => {
    const view = await luis.command('explain', { concept: 'banana' });
    expect(text(await luis.pressLabel(view, /^Avísame$/))).toContain('Te escribiré cuando');
    expect(text(await luis.press({ action: 'gaps.want', args: ['forgotten'] }))).toContain(
      'Ya no recuerdo esa pregunta',
    );
  });
});
