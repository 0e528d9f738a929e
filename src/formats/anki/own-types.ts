import { KEPT_FIELD } from './kept.js';

/** The note types of Repaso's packages. Their ids never change, so that a second package adds no duplicates. */
export type OwnType = {
  readonly id: number;
  readonly name: string;
  readonly isCloze: boolean;
  readonly fields: readonly string[];
  readonly templates: readonly { readonly name: string; readonly question: string; readonly answer: string }[];
};

const BASIC_TEXT = ['Front', 'Back', 'Hint'];
const CLOZE_TEXT = ['Text'];
/** The fields of each type with the card's text, named as in Anki's stock types. */
export const TEXT_FIELDS: readonly (readonly string[])[] = [BASIC_TEXT, CLOZE_TEXT];

const REST = ['Context', 'Source', KEPT_FIELD];
const ABOVE = '{{#Context}}<div class="context">{{Context}}</div>{{/Context}}\n';
const BELOW = '\n{{#Source}}<div class="source">{{Source}}</div>{{/Source}}';
const HINT = '\n{{#Hint}}<div>{{hint:Hint}}</div>{{/Hint}}';

function ask(field: string): string {
  return `${ABOVE}{{#${field}}}{{${field}}}{{/${field}}}${HINT}`;
}

function tell(field: string): string {
  return `{{FrontSide}}\n\n<hr id=answer>\n\n{{${field}}}${BELOW}`;
}

const FORWARD = { name: 'Card 1', question: ask('Front'), answer: tell('Back') };
const BACKWARD = { name: 'Card 2', question: ask('Back'), answer: tell('Front') };

export const BASIC_TYPE: OwnType = {
  id: 1_350_000_000_101,
  name: 'Repaso',
  isCloze: false,
  fields: [...BASIC_TEXT, ...REST],
  templates: [FORWARD],
};

export const REVERSED_TYPE: OwnType = {
  id: 1_350_000_000_102,
  name: 'Repaso (reversed)',
  isCloze: false,
  fields: [...BASIC_TEXT, ...REST],
  templates: [FORWARD, BACKWARD],
};

export const CLOZE_TYPE: OwnType = {
  id: 1_350_000_000_103,
  name: 'Repaso (cloze)',
  isCloze: true,
  fields: [...CLOZE_TEXT, ...REST],
  templates: [{ name: 'Cloze', question: `${ABOVE}{{cloze:Text}}`, answer: `${ABOVE}{{cloze:Text}}${BELOW}` }],
};

export const OWN_TYPES: readonly OwnType[] = [BASIC_TYPE, REVERSED_TYPE, CLOZE_TYPE];

export const CSS = `.card { font-family: sans-serif; font-size: 20px; text-align: center; }
.context, .source { font-size: 14px; opacity: 0.7; margin: 0.5em 0; }
.cloze { font-weight: bold; color: #2563eb; }
`;

/** Tags in Anki have no spaces. */
export function tagOut(tag: string): string {
  return tag.trim().replace(/\s+/gu, '_');
}
