import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/language.js';
import { type GradedAnswer, gradeAnswer } from '../../src/grading/grade-answer.js';
import type { Verdict } from '../../src/grading/verdict.js';

function graded(question: string, back: string, given: string, language: Language | null = null): GradedAnswer {
  return gradeAnswer({ question, reference: { back, alternatives: [] }, given, language, aliases: [] });
}

/** A card, and answers as a teacher would grade them. */
type Case = {
  readonly question: string;
  readonly back: string;
  readonly language: Language;
  readonly answers: readonly (readonly [given: string, verdict: Verdict])[];
};

/** What only a person can tell: a paraphrase that shares no word with the notes. It must never be worse than partial … */
const CASES: readonly Case[] = [
  {
    question: '¿Qué es **Opendistro**?',
    back: 'Es un fork de Elasticsearch.',
    language: 'es',
    answers: [
      ['fork de elasticsearch', 'correct'],
      ['Un FORK de Elastic Search', 'correct'],
      ['un fork de elasticserch', 'correct'],
      ['un fork de Kubernetes', 'partial'],
      ['no lo sé', 'wrong'],
      ['un orquestador', 'wrong'],
    ],
  },
  {
    question: '¿Qué virtualiza **Docker**?',
    back: 'NO virtualiza hardware, virtualiza procesos.',
    language: 'es',
    answers: [
      ['virtualiza procesos, no hardware', 'correct'],
      ['procesos', 'partial'],
      ['hardware', 'wrong'],
      ['virtualiza hardware', 'wrong'],
      ['no virtualiza procesos, virtualiza hardware', 'wrong'],
    ],
  },
  {
    question: '¿Qué hace **cgroups**?',
    back: 'Limita los recursos, prioriza los recursos, y controla los accesos.',
    language: 'es',
    answers: [
      ['limita y prioriza los recursos y controla los accesos', 'correct'],
      ['controla accesos, prioriza recursos, limita recursos', 'correct'],
      ['limita los recursos', 'partial'],
      ['', 'wrong'],
    ],
  },
  {
    question: '¿Qué son los **namespaces**?',
    back: 'Los espacios de nombres donde se contienen los procesos.',
    language: 'es',
    answers: [
      ['espacios de nombres que contienen los procesos', 'correct'],
      ['espacio de nombres donde están contenidos procesos', 'correct'],
      ['los procesos', 'partial'],
      ['namespaces', 'wrong'],
    ],
  },
  {
    question: '¿Qué pasa si dos layers tienen el mismo hash?',
    back: 'Solo se almacena uno de ambos.',
    language: 'es',
    answers: [
      ['se guarda uno solo', 'correct'],
      ['solo se almacena uno de los dos', 'correct'],
      ['se almacenan ambos', 'partial'],
      ['si dos layers tienen el mismo hash', 'wrong'],
    ],
  },
  {
    question: '¿Qué es una **imagen**?',
    back: 'Es la plantilla de un contenedor.',
    language: 'es',
    answers: [
      ['plantilla de contenedores', 'correct'],
      ['la plantilla de un container', 'correct'],
      ['container template', 'correct'],
      ['el contenedor es la plantilla de la imagen', 'wrong'],
      ['una plantilla', 'partial'],
    ],
  },
  {
    question: '¿Existen los containers desde 2007?',
    back: 'Sí, implementado por Solaris Container.',
    language: 'es',
    answers: [
      ['sí', 'correct'],
      ['Sí, por Solaris Container', 'correct'],
      ['no', 'wrong'],
      ['No, desde 2010', 'wrong'],
    ],
  },
  {
    question: '¿Docker conecta con registrys inseguras?',
    back: 'Docker NO conecta con registrys inseguras.',
    language: 'es',
    answers: [
      ['no', 'correct'],
      ['sí', 'wrong'],
      ['no conecta', 'correct'],
      ['sí, conecta con registrys inseguras', 'wrong'],
    ],
  },
  {
    question: '¿Con qué opción corre el contenedor en segundo plano?',
    back: '`-d`',
    language: 'es',
    answers: [
      ['-d', 'correct'],
      ['`-d`', 'correct'],
      ['con -d', 'correct'],
      ['-D', 'wrong'],
      ['-p', 'wrong'],
      ['d', 'wrong'],
    ],
  },
  {
    question: '¿Qué comando muestra todos los contenedores?',
    back: 'docker ps -a',
    language: 'es',
    answers: [
      ['docker  ps  -a', 'correct'],
      ['Docker ps -a', 'correct'],
      ['docker ps', 'partial'],
      ['docker ps -l', 'wrong'],
      ['docker rm -a', 'wrong'],
    ],
  },
  {
    question: 'How do you open a shell in a running container?',
    back: '`docker exec -it web bash`',
    language: 'en',
    answers: [
      ['docker exec -it web bash', 'correct'],
      ['docker exec -ti web bash', 'correct'],
      ['docker exec -i -t web bash', 'correct'],
      ['docker exec web bash', 'partial'],
      ['docker run -it web bash', 'wrong'],
    ],
  },
  {
    question: 'Which port does HTTPS use?',
    back: '443',
    language: 'en',
    answers: [
      ['443', 'correct'],
      ['port 443', 'correct'],
      ['444', 'wrong'],
      ['80', 'wrong'],
      ['https', 'wrong'],
    ],
  },
  {
    question: '¿En qué año cayó Constantinopla?',
    back: 'En 1453, ante los otomanos.',
    language: 'es',
    answers: [
      ['en 1453 ante los otomanos', 'correct'],
      ['1453', 'partial'],
      ['en 1454 ante los otomanos', 'wrong'],
    ],
  },
  {
    question: 'What is photosynthesis?',
    back: 'The process by which plants turn light into chemical energy.',
    language: 'en',
    answers: [
      ['the process by which plants convert light into chemical energy', 'correct'],
      ['plants transform light to chemical energy', 'correct'],
      ['the process by which plants turn chemical energy into light', 'wrong'],
      ['something with plants', 'partial'],
      ['i have no idea', 'wrong'],
      ['photosynthesis', 'wrong'],
    ],
  },
  {
    question: 'What does an artery do?',
    back: 'It carries blood away from the heart.',
    language: 'en',
    answers: [
      ['carries blood away from the heart', 'correct'],
      ['transports blood away from the hart', 'correct'],
      ["it doesn't carry blood away from the heart", 'wrong'],
      ['it carries blood', 'partial'],
    ],
  },
  {
    question: 'What does UDP guarantee?',
    back: 'Connectionless, no guaranteed order.',
    language: 'en',
    answers: [
      ['connectionless and no guaranteed order', 'correct'],
      ['connection-oriented, guaranteed order', 'wrong'],
      ['guaranteed order', 'wrong'],
    ],
  },
  {
    question: 'When does the heart valve open?',
    back: 'Before the contraction.',
    language: 'en',
    answers: [
      ['before contraction', 'correct'],
      ['after the contraction', 'wrong'],
      ['before the contractions', 'correct'],
    ],
  },
  {
    question: '¿Qué le pasa al precio si la oferta baja?',
    back: 'El precio sube.',
    language: 'es',
    answers: [
      ['sube', 'correct'],
      ['sube el precio', 'correct'],
      ['baja', 'wrong'],
      ['no sube', 'wrong'],
      ['aumenta', 'correct'],
    ],
  },
  {
    question: 'What are the primary colours?',
    back: '- Red\n- Yellow\n- Blue',
    language: 'en',
    answers: [
      ['blue, red and yellow', 'correct'],
      ['red yellow blue', 'correct'],
      ['red and blue', 'partial'],
      ['green', 'wrong'],
    ],
  },
  {
    question: '¿Cuáles son los beneficios de Docker?',
    back: '- **Portabilidad**: se despliega en cualquier sistema\n- **Ligereza**: las imágenes son livianas\n- **Autosuficiencia**: solo tiene lo necesario',
    language: 'es',
    answers: [
      ['portabilidad, ligereza y autosuficiencia', 'correct'],
      ['ligereza y portabilidad', 'partial'],
      ['seguridad', 'wrong'],
    ],
  },
  {
    question: 'Who wrote *Don Quixote*?',
    back: 'Miguel de Cervantes',
    language: 'en',
    answers: [
      ['miguel de cervantes', 'correct'],
      ['Cervantes', 'partial'],
      ['Miguel de Servantes', 'correct'],
      ['Lope de Vega', 'wrong'],
    ],
  },
  {
    question: 'Was ist die Hauptstadt von Österreich?',
    back: 'Wien',
    language: 'en',
    answers: [
      ['wien', 'correct'],
      ['Graz', 'wrong'],
    ],
  },
  {
    question: '¿Cuánto pesa un litro de agua?',
    back: '1 kg',
    language: 'es',
    answers: [
      ['1 kg', 'correct'],
      ['1kg', 'correct'],
      ['1 g', 'wrong'],
      ['2 kg', 'wrong'],
    ],
  },
];

const rows = CASES.flatMap(({ question, back, language, answers }) =>
  answers.map(([given, verdict]) => ({ question, back, language, given, verdict })),
);

describe('a typed answer', () => {
  it('is tried in many ways', () => expect(rows.length).toBeGreaterThanOrEqual(80));

  it.each(rows)('“$given” to “$question” is $verdict', ({ question, back, language, given, verdict }) => {
    expect(graded(question, back, given, language).verdict).toBe(verdict);
  });
});
