import { countReadable, plainMarkdown } from '../../../language/text.js';
import type { Section } from '../../read/outline.js';
import { type EntryPlace, type Rule, refusal, type Skipped } from '../rule.js';
import { cleanTitle } from '../topic.js';

const LINKS_MAINLY = 0.6;
/** A thought longer than this is prose that nobody broke into facts; it is looked up, not asked. */
const LONGEST_CHARS = 4000;
const CREDITS =
  /^(?:autor[ae]?s?|authors?|cr[eé]ditos|credits|copyright|©|fuentes?|sources?|licen[cs]ia|license|profesor[ae]?s?|docentes?|teachers?|instructors?|curso|course|elaborado por|written by|hecho por)\s*(?::|-|–|\s(?:de|by)\s|$)|^(?:©|copyright)\s|^\/{3}/iu;
/** The same behind what it is about: "Topic: … Student: Ana". A title is named beside a person, never a fact. */
const CREDITED =
  /(?<=\S\s)(?:[Ee]studiantes?|[Aa]lumn[oa]s?|[Aa]utor[ae]?s?|[Pp]rofesor[ae]?s?|[Ss]tudents?|[Aa]uthors?|[Tt]eachers?)\s*:\s*\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,4}\s*$/u;
/** "Todo" is Spanish for "all"; only in capitals or with a colon does it mean that something is to be done. */
const UNDONE =
  /^(?:TODO|FIXME|TBD|WIP)(?!\p{L})(?!\s\p{Lu}{2})|^(?:[Tt]o-?do|[Ff]ixme|[Pp]endiente|[Pp]or hacer)\s*(?::|$)/u;
const BLANK = /(?:\\?_){4,}|\.{6,}|…{3,}/u;
const DIRECTIVE = /^:{3,}|^(?:\{%|\{\{(?!c\d))/u;
/** What a page says about itself, as Notion and Obsidian write it. */
const METADATA =
  /^(?:created(?: (?:by|time|at))?|updated|last (?:edited(?: time| by)?|updated|modified)|creado(?: el)?|actualizad[oa](?: el)?|modificad[oa](?: el)?|[uú]ltima (?:actualizaci[oó]n|modificaci[oó]n|revisi[oó]n|edici[oó]n)|tags|etiquetas|aliases)\s*:{1,2}\s/iu;
/** The same right below the title, where it says nothing of the matter. */
const PAGE_PROPERTY =
  /^(?:status|tag|date|fecha|estado|url|links?|type|tipo|class|clase|week|semana|priority|prioridad|due(?: date)?|deadline|reviewed|revisado|completed|materials|related|relacionad[oa]s?|up|parent|topics?|temas?|subject|asignatura|materia|property|reading|n[uú]mero)\s*:{1,2}\s+(?:\S+\s*){1,6}$/iu;
/** Lines below a title in which a page describes itself. */
const PROPERTY_LINES = 14;
/** The same as a field of Obsidian's Dataview, which looks like a card on one line. */
const FIELD =
  /^(?:status|type|tags?|date|created|updated|modified|up|down|related|parent|children|source|author|priority|rating|due|area|project|aliases?|estado|tipo|fecha|etiquetas|fuente|autor|prioridad|materia|tema|curso|relacionado)::\s/iu;
const ONLY_DATE = /^[\d\s/._–-]+$/u;
const ONLY_TAGS = /^(?:#\p{L}[\p{L}\p{N}_/-]*\s*)+$/u;
const EXAMPLE =
  /^(?:por ejemplo|(?:algunos |otros )?ejemplos?(?: concretos)?|ej|p\.\s?ej|for (?:example|instance)|(?:some |other )?examples?|e\.\s?g|ejercicios?|exercises?)\b\s*(?:\d{1,2}\s*)?[:.,-]/iu;
const EXAMPLE_LEAD =
  /^(?:.*\s)?(?:por ejemplo|ejemplos?|for (?:example|instance)|examples?|e\.g\.|ejercicios?|exercises?)(?:\s+(?:de|of)\s.*)?\s*:?$/iu;
/** Headings over what is to be done or read elsewhere. */
const NO_FACTS_BELOW =
  /^(?:referencias(?: .*)?|bibliograf[ií]a|webgraf[ií]a|enlaces(?: .*)?|recursos (?:adicionales|recomendados|externos|[uú]tiles)|links?|(?:useful|external|related|further) (?:links|resources|reading)|references|bibliography|further reading|see also|v[eé]ase tambi[eé]n|ver tambi[eé]n|notas relacionadas|related notes|[ií]ndice(?: de .*)?|tabla de contenidos?|(?:table of )?contents|toc|tareas(?: pendientes)?|pendientes?|deberes|homework|assignments?|to-?dos?|tasks|next steps|pr[oó]ximos pasos|.*\btareas pendientes|cr[eé]ditos|credits|agradecimientos|acknowledg(?:e)?ments|licen[cs]ia|license|changelog|contributors|contribuidores|contributing|code of conduct|security vulnerabilities|(?:.*\s)?sponsors?|.*\bpartners|getting started|(?:official |useful )?(?:docs?|documentation)(?: links?)?|.*\blinks?\)?|(?:learning |lesson |course )(?:objectives|goals|outcomes)|objetivos de aprendizaje|goal of .*|prerequisites|prerrequisitos|requisitos previos|instructions|instrucciones|steps|pasos a seguir|walkthrough|procedure|what you(?:['’]ll| will) learn|before you begin|metadata|propiedades de la nota)$/iu;
const EXAMPLES_BELOW =
  /^(?:(?:.*\s)?(?:examples?|exercises?)|(?:ejemplos?|ejercicios?|examples?|exercises?|pr[aá]ctica|laboratorio|lab|quiz)(?:\s.*|:.*)?)$/iu;

/** What is no fact, whatever its form; the first that fits says why. */
const REASONS: readonly (readonly [RegExp, Skipped])[] = [
  [UNDONE, refusal('todo', 'a note to oneself is not a fact')],
  [CREDITS, refusal('credits', 'credits are not a fact')],
  [CREDITED, refusal('credits', 'credits are not a fact')],
  [METADATA, refusal('metadata', 'this describes the notes, it is not in them to be learnt')],
  [ONLY_TAGS, refusal('metadata', 'this describes the notes, it is not in them to be learnt')],
  [FIELD, refusal('metadata', 'this describes the notes, it is not in them to be learnt')],
  [ONLY_DATE, refusal('metadata', 'this describes the notes, it is not in them to be learnt')],
  [DIRECTIVE, refusal('directive', 'a directive is no text')],
  [/^\|.*\|$/u, refusal('table', 'a table without names for its columns')],
  [BLANK, refusal('blank', 'a blank to fill in is not a fact')],
];

/** Whether an entry stands below "For example:" or is one itself. */
function isExample({ entry }: EntryPlace): boolean {
  const above = entry.parents.map((parent) => parent.inline).concat(entry.lead ?? [], entry.parents[0]?.lead ?? []);
  return EXAMPLE.test(entry.inline.text) || above.some((line) => EXAMPLE_LEAD.test(plainMarkdown(line.text)));
}

/** Whether an entry stands among what a page says about itself below its title. */
function isPageProperty({ entry, section }: EntryPlace): boolean {
  const isNear = section.path.length <= 1 && entry.inline.line - section.line <= PROPERTY_LINES;
  return (
    isNear && entry.kind === 'paragraph' && entry.inline.marks[0]?.start !== 0 && PAGE_PROPERTY.test(entry.inline.text)
  );
}

function reasonAgainst(place: EntryPlace): Skipped | null {
  const { inline, checked } = place.entry;
  const { text, linked } = inline;
  if (text.length > LONGEST_CHARS) return refusal('long-prose', 'the text is too long to hold single facts');
  if (checked !== null) return refusal('task', 'a task is not a fact');
  for (const [pattern, why] of REASONS) if (pattern.test(text)) return why;
  if (isPageProperty(place)) return refusal('metadata', 'this describes the notes, it is not in them to be learnt');
  if (countReadable(text) === 0) return refusal('no-words', 'there are no words to learn');
  if (linked > text.length * LINKS_MAINLY) return refusal('link', 'a link is not a fact');
  return isExample(place) ? refusal('example', 'an example is not asked by itself') : null;
}

type Above = 'facts' | 'none' | 'examples';

/** What the headings above say of all that is below them, told once a section: every place asks. */
const told = new WeakMap<Section, Above>();

function saidAbove(section: Section): Above {
  const known = told.get(section);
  if (known !== undefined) return known;
  const titles = section.path.map(cleanTitle);
  const said = titles.some((title) => NO_FACTS_BELOW.test(title))
    ? 'none'
    : titles.some((title) => EXAMPLES_BELOW.test(title))
      ? 'examples'
      : 'facts';
  told.set(section, said);
  return said;
}

/** What is no fact, whatever its form: tasks, links, credits, examples, blanks to fill in, notes to oneself. */
export const refused: Rule = (place) => {
  if (place.kind === 'authored') return null;
  const above = saidAbove(place.section);
  if (above === 'none') {
    return place.kind === 'section' ? [] : refusal('no-facts-here', 'the section lists tasks, links or credits');
  }
  if (above === 'examples' && place.kind !== 'code') {
    return place.kind === 'section' ? [] : refusal('example', 'an example is not asked by itself');
  }
  return place.kind === 'entry' ? reasonAgainst(place) : null;
};
