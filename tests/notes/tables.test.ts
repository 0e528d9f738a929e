import { describe, expect, it } from 'vitest';
import { asked, read, skipped } from './support.js';

type Case = readonly [what: string, title: string, table: string, cards: readonly string[]];

/** A table as people write it, from its rows. */
function notes(title: string, rows: string): string {
  const [header = '', ...rest] = rows.trim().split('\n');
  const line = header
    .split('|')
    .map(() => '-')
    .join('|');
  return `# ${title}\n\n${[header, line, ...rest].map((row) => `|${row}|`).join('\n')}\n`;
}

function doubtful(markdown: string): readonly string[] {
  return (read(markdown).deck?.doubtful ?? []).map(({ front, back }) => `${front} → ${back}`);
}

const SPANISH: readonly Case[] = [
  [
    'tissues by what they do, with an example that nobody is asked for',
    'Tejidos vegetales',
    'Tejido|Función|Ejemplo\nXilema|Transporta agua y sales|tallo\nFloema|Transporta azúcares|corteza',
    ['¿Qué hace **Xilema**? → Transporta agua y sales', '¿Qué hace **Floema**? → Transporta azúcares'],
  ],
  [
    'appeals in law; what another row says is left out',
    'Recursos administrativos',
    'Recurso|Plazo|Órgano que resuelve\nAlzada|un mes|el superior jerárquico\nReposición|un mes|el mismo órgano',
    [
      '¿Cuál es el **plazo** de **Alzada**? → un mes',
      '**Alzada** — ¿órgano que resuelve? → el superior jerárquico',
      '¿Cuál es el **plazo** de **Reposición**? → un mes',
    ],
  ],
  [
    'years of history',
    'Imperio romano',
    'Año|Acontecimiento\n476|Cae Rómulo Augústulo\n1453|Los otomanos toman Constantinopla',
    ['¿Qué pasó en **476**? → Cae Rómulo Augústulo', '¿Qué pasó en **1453**? → Los otomanos toman Constantinopla'],
  ],
  [
    'forms of verbs',
    'Los verbos irregulares del inglés',
    'Infinitivo|Participio\nsee|seen\ncut|igual',
    ['¿Cuál es el **participio** de **see**? → seen'],
  ],
  [
    'sauces',
    'Salsas madre',
    'Salsa|Espesante|Base\nBechamel|roux blanco|leche\nVelouté|roux rubio|fondo claro',
    [
      '¿Cuál es el **espesante** de **Bechamel**? → roux blanco',
      '¿Cuál es la **base** de **Bechamel**? → leche',
      '¿Cuál es el **espesante** de **Velouté**? → roux rubio',
      '¿Cuál es la **base** de **Velouté**? → fondo claro',
    ],
  ],
  [
    'ports, whose numbers are their names',
    'Los puertos del correo',
    'Puerto|Servicio\n25|SMTP\n110|POP3',
    ['¿Cuál es el **servicio** del puerto **25**? → SMTP', '¿Cuál es el **servicio** del puerto **110**? → POP3'],
  ],
  [
    'antidotes; remarks are not asked for',
    'Intoxicaciones',
    'Tóxico|Antídoto|Observaciones\nParacetamol|N-acetilcisteína|antes de 8 horas\nOpiáceos|naloxona|',
    [
      '¿Cuál es el **antídoto** de **Paracetamol**? → N-acetilcisteína',
      '¿Cuál es el **antídoto** de **Opiáceos**? → naloxona',
    ],
  ],
  [
    'words of music, a remark behind what they mean',
    'Tempos',
    'Término|Significado|Notas\nLargo|Pulso muy lento|el más lento de todos\nPresto|Pulso muy rápido|',
    ['¿Qué es **Largo**? → Pulso muy lento\nel más lento de todos', '¿Qué es **Presto**? → Pulso muy rápido'],
  ],
  [
    'points of a sport',
    'Rugby',
    'Jugada|Puntos\nEnsayo|5\nGolpe de castigo|3',
    ['¿Cuáles son los **puntos** de **Ensayo**? → 5', '¿Cuáles son los **puntos** de **Golpe de castigo**? → 3'],
  ],
  [
    'the properties of what the heading names',
    'Oro',
    'Propiedad|Valor\nSímbolo|Au\nPunto de fusión|1064 °C',
    ['¿Cuál es el **símbolo** de **Oro**? → Au', '**Oro** — ¿punto de fusión? → 1064 °C'],
  ],
  [
    'fields, with their kind and what they are part of',
    'Envíos',
    'Campo de la etiqueta|Descripción\nNúmeros de serie|Doce cifras que identifican el aparato\nPeso neto|Gramos sin el embalaje',
    [
      '**Etiqueta**: ¿qué es el campo **Números de serie**? → Doce cifras que identifican el aparato',
      '**Etiqueta**: ¿qué es el campo **Peso neto**? → Gramos sin el embalaje',
    ],
  ],
  [
    'terms in the plural',
    'Logística',
    'Término|Definición\nNúmeros de lote|Serie que identifica una partida',
    ['¿Qué son los **números de lote**? → Serie que identifica una partida'],
  ],
  [
    'what to do with which command',
    'Git',
    'Acción|Comando\nCrear una rama|`git switch -c rama`\nBorrar una rama|`git branch -d rama`',
    [
      '¿Qué comando sirve para **crear una rama**? → `git switch -c rama`',
      '¿Qué comando sirve para **borrar una rama**? → `git branch -d rama`',
    ],
  ],
  [
    'two things that are compared',
    'Mitosis frente a meiosis',
    'Mitosis|Meiosis\nDos células hijas|Cuatro células hijas\nUna sola división|Dos divisiones sucesivas',
    [
      '**Meiosis**: Cuatro células hijas. ¿Y **Mitosis**? → Dos células hijas',
      '**Mitosis**: Dos células hijas. ¿Y **Meiosis**? → Cuatro células hijas',
      '**Meiosis**: Dos divisiones sucesivas. ¿Y **Mitosis**? → Una sola división',
      '**Mitosis**: Una sola división. ¿Y **Meiosis**? → Dos divisiones sucesivas',
    ],
  ],
];

const ENGLISH: readonly Case[] = [
  [
    'vitamins; a remark that says the same is none',
    'Vitamins',
    'Vitamin|Deficiency|Food sources|Notes\nVitamin C|scurvy|citrus fruit|lost in cooking\nVitamin D|rickets|oily fish|ditto',
    [
      'What is the **deficiency** of **Vitamin C**? → scurvy',
      'What are the **food sources** of **Vitamin C**? → citrus fruit',
      'What is the **deficiency** of **Vitamin D**? → rickets',
      'What are the **food sources** of **Vitamin D**? → oily fish',
    ],
  ],
  [
    'torts, defined and with a defence',
    'Torts',
    'Tort|Definition|Defence\nBattery|Intentional contact that harms or offends|consent\nLibel|A defamatory statement in writing|truth',
    [
      'What is **Battery**? → Intentional contact that harms or offends',
      'What is the **defence** of **Battery**? → consent',
      'What is **Libel**? → A defamatory statement in writing',
      'What is the **defence** of **Libel**? → truth',
    ],
  ],
  [
    'treaties with their years',
    'Treaties',
    'Treaty|Year|Signatories\nTreaty of Tordesillas|1494|Spain and Portugal',
    [
      '**Treaty of Tordesillas** — year? → 1494',
      'What are the **signatories** of **Treaty of Tordesillas**? → Spain and Portugal',
    ],
  ],
  [
    'plurals; an explanation is not asked for',
    'Plurals',
    'Singular|Plural|Explanation\ntooth|teeth|the vowel changes\nfoot|feet|same, the vowel changes',
    ['What is the **plural** of **tooth**? → teeth', 'What is the **plural** of **foot**? → feet'],
  ],
  [
    'stages of cooking sugar, with a column that is no noun',
    'Sugar',
    'Stage|Temperature|Used for\nSoft ball|115 °C|fudge\nHard crack|150 °C|lollipops',
    [
      'What is the **temperature** of **Soft ball**? → 115 °C',
      '**Soft ball** — used for? → fudge',
      'What is the **temperature** of **Hard crack**? → 150 °C',
      '**Hard crack** — used for? → lollipops',
    ],
  ],
  [
    'options of the command that the heading names',
    'rsync',
    'Option|Description\n`-a`|keeps permissions and times\n`--delete`|removes files that are gone at the source',
    [
      '**rsync**: what does the `-a` option do? → keeps permissions and times',
      '**rsync**: what does the `--delete` option do? → removes files that are gone at the source',
    ],
  ],
  [
    'disorders side by side; a row that says one thing of both gives none',
    'Acid–base disorders',
    'Feature|Metabolic acidosis|Respiratory acidosis\nBicarbonate|low|high\npH|low|low\nCommon cause|diarrhoea|hypoventilation',
    [
      '**Metabolic acidosis** — bicarbonate? → low',
      '**Respiratory acidosis** — bicarbonate? → high',
      'What is the **common cause** of **Metabolic acidosis**? → diarrhoea',
      'What is the **common cause** of **Respiratory acidosis**? → hypoventilation',
    ],
  ],
  [
    'clefs',
    'Clefs',
    'Clef|Line|Instruments\nAlto clef|third|viola\nTenor clef|fourth|cello, bassoon',
    [
      'What is the **line** of **Alto clef**? → third',
      'What are the **instruments** of **Alto clef**? → viola',
      'What is the **line** of **Tenor clef**? → fourth',
      'What are the **instruments** of **Tenor clef**? → cello, bassoon',
    ],
  ],
  [
    'rules of a sport by their situation',
    'Offside',
    'Situation|Decision\nThe ball comes from a throw-in|no offence\nThe attacker stands level with the last defender|onside',
    [
      '**Situation**: The ball comes from a throw-in — decision? → no offence',
      '**Situation**: The attacker stands level with the last defender — decision? → onside',
    ],
  ],
  [
    'elements by their numbers',
    'Elements',
    'Atomic number|Element|Symbol\n26|Iron|Fe\n47|Silver|Ag',
    [
      'What is the **element** of atomic number **26**? → Iron',
      'What is the **symbol** of atomic number **26**? → Fe',
      'What is the **element** of atomic number **47**? → Silver',
      'What is the **symbol** of atomic number **47**? → Ag',
    ],
  ],
  [
    'planets that are only counted',
    'Planets',
    '#|Planet|Colour\n1|Mercury|grey\n4|Mars|red',
    ['What is the **colour** of **Mercury**? → grey', 'What is the **colour** of **Mars**? → red'],
  ],
  [
    'questions with their answers',
    'Interview',
    'Question|Answer\nWhy is the sky blue?|Short waves scatter more',
    ['Why is the sky blue? → Short waves scatter more'],
  ],
  [
    'what a table says of the thing above it',
    'Anatomy',
    'Femur|\nLocation|thigh\nArticulates with|hip bone, tibia and patella',
    ['What is the **location** of **Femur**? → thigh', '**Femur** — articulates with? → hip bone, tibia and patella'],
  ],
];

describe('a table is asked by what each of its columns is', () => {
  it.each([...SPANISH, ...ENGLISH])('%s', (_what, title, table, cards) => {
    expect(asked(notes(title, table))).toEqual(cards);
  });
});

describe('a table that teaches nothing gives no card, and says why', () => {
  it.each([
    ['a schedule', 'Semana|Tema|Lectura\n1|Repaso|capítulo 2', 'table-plan'],
    ['people', 'Name|Email|Phone\nAda|ada@example.org|555', 'table-plan'],
    ['tasks', 'Task|Assignee|Due\nWrite the tests|Ada|Friday', 'table-plan'],
    ['a truth table', 'A|B|A and B\n0|0|0\n1|1|1', 'table-figures'],
    ['figures across and down', 'n|2|3\n2|4|6\n3|6|9', 'table-figures'],
    ['cells to be matched', 'Concepto|Definición\nRuido|b) Señal no deseada\nEco|a) Señal que vuelve', 'table'],
    ['a first row that is data', 'Hemoglobin|12.5 g/dL\nPlatelets|190/mm3', 'table'],
    ['two lists side by side', 'Ventajas|Desventajas\nBarata|Depende de la red\nElástica|Menos control', 'table'],
    ['links', 'Chapter|Link\nCells|https://example.org/cells', 'table'],
    [
      'rows without a name of their own',
      'Skin|Volts|Ohms\nDry|24|10000 Ω\nDry|110|3000 Ω\nWet|24|900 Ω\nWet|110|300 Ω',
      'table',
    ],
    [
      'cells that go on with the row above',
      '|LH|FSH\nMale|Leydig cell|Sertoli cell\n|makes testosterone|ripens sperm',
      'table',
    ],
  ])('%s', (_what, table, code) => {
    const text = notes('Curso', table);
    expect([asked(text), doubtful(text), skipped(text)]).toEqual([[], [], [`3 ${code}`]]);
  });
});

describe('what is not sure in a table is doubted', () => {
  it.each([
    [
      'numbers that name rows of some other kind',
      'Score|Eye opening\n2|to pain\n3|to voice',
      [
        '**Course**: what is the **eye opening** of score **2**? → to pain',
        '**Course**: what is the **eye opening** of score **3**? → to voice',
      ],
    ],
    [
      'yes and no',
      'River|Navigable\nRhine|yes\nTajo|no',
      ['What is the **navigable** of **Rhine**? → yes', 'What is the **navigable** of **Tajo**? → no'],
    ],
    [
      'rows below one that parts the table',
      'Ingredient|Amount\nStock|\nChicken|1 kg\nWater|3 l',
      ['What is the **amount** of **Chicken**? → 1 kg', 'What is the **amount** of **Water**? → 3 l'],
    ],
    [
      'a sentence beside a sentence',
      'Static pages|Dynamic pages\nNothing on them ever moves by itself|A visitor may change whatever is shown',
      [
        '**Static pages**: Nothing on them ever moves by itself — dynamic pages? → A visitor may change whatever is shown',
      ],
    ],
  ])('%s', (_what, table, cards) => {
    const text = notes('Course', table);
    expect(asked(text)).toEqual([]);
    expect(doubtful(text)).toEqual(cards);
    expect(read(text).deck?.doubtful.map(({ doubt }) => doubt?.reason)).toEqual(cards.map(() => 'table'));
  });
});
