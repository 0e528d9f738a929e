import { ALL_GRAMMARS } from '../../../language/grammars.js';
import { proseSentences } from '../../../language/sentences.js';
import { plainMarkdown, tidy, wholeWords } from '../../../language/text.js';
import { type CardDraft, type CodePlace, type Rule, refusal } from '../rule.js';
import { mentionsTopic, underTopic } from '../topic.js';
import { doubtOf, risk } from '../trust.js';

type Told = { readonly purpose: string; readonly code: string; readonly line: number };

const SHELL = /^(?:bash|sh|shell|zsh|console|terminal|powershell|ps1|cmd|dockerfile|)$/iu;
/** Pictures drawn as code. */
const DIAGRAM = /^(?:mermaid|plantuml|dot|graphviz|ascii|text|txt|output|diff|tree)$/iu;
const MOST_LINES = 40;
const LONGEST_COMMAND = 160;
const COMMENT = /^\s*(?:#(?!!)|\/\/|--(?=\s))\s*(\S.*)$/u;
/** A remark behind a command. */
const BEHIND = /^(\S.*?)\s{1,}(?:#|\/\/|--)\s+(\S.*)$/u;
/** Code that is no single command: it opens, closes or assigns something. */
const NO_COMMAND = /^[{}()[\]<>|&;]|[{([,\\]$|^(?:if|for|while|do|done|fi|else|then|function|return)\b/u;

function isCommand(line: string | undefined): line is string {
  return line !== undefined && line.trim() !== '' && !COMMENT.test(line) && !NO_COMMAND.test(line.trim());
}

/** Pairs inside a block: a comment over its one command, a remark behind it. */
function inside({ value, line }: { readonly value: string; readonly line: number }): readonly Told[] {
  const lines = value.split('\n');
  return lines.flatMap((text, index): Told[] => {
    const comment = COMMENT.exec(text)?.[1];
    if (comment !== undefined) {
      const [next, after] = [lines[index + 1], lines[index + 2]];
      const isAlone = after === undefined || after.trim() === '' || COMMENT.test(after) || BEHIND.test(after);
      if (!isCommand(next) || !isAlone || COMMENT.test(lines[index - 1] ?? '')) return [];
      return [{ purpose: comment, code: BEHIND.exec(next)?.[1] ?? next, line: line + index + 2 }];
    }
    const [, code = '', remark = ''] = BEHIND.exec(text) ?? [];
    return code !== '' && isCommand(code) ? [{ purpose: remark, code, line: line + index + 1 }] : [];
  });
}

/** The block as a whole, where it is one command and the line above says what it is for. */
function below({ entry: { value, label, line, section }, topic }: CodePlace): readonly Told[] {
  const commands = value.split('\n').filter((text) => text.trim() !== '' && !COMMENT.test(text));
  const [code] = commands;
  if (commands.length !== 1 || !isCommand(code)) return [];
  const isFirst = section.blocks.find(({ type }) => type !== 'html')?.position?.start.line === line;
  const heading = topic.kind === 'action' && isFirst ? [{ purpose: plainMarkdown(topic.title), code, line }] : [];
  return label ? [{ purpose: proseSentences(label.text).at(-1) ?? '', code, line }] : heading;
}

/** Comments are often in another language than the text around them. */
function askPurpose(purpose: string, isCommand: boolean): string | null {
  for (const { ask } of ALL_GRAMMARS) {
    const question = ask.purpose(purpose, isCommand);
    if (question !== null) return question;
  }
  return null;
}

/** What a line of code with its purpose is worth. */
const FORM = 0.9;

/** "Sets a to 15" for `a = 10 + 5`: values and variables of one example, which nobody has to know. */
function isSample(purpose: string, code: string): boolean {
  const named = wholeWords(purpose).filter((word) => /^(?:\d+|[b-df-np-tv-xz])$/u.test(word));
  return /[^=!<>]=[^=>]/u.test(code) && named.some((word) => wholeWords(code).includes(word) || /\d/u.test(word));
}

function draftOf({ purpose, code, line }: Told, place: CodePlace): CardDraft | null {
  const { grammar, topic, entry } = place;
  const command = tidy(code.replace(/^\s*(?:\$|>|%)\s+/u, ''));
  if (command.length > LONGEST_COMMAND) return null;
  const question = askPurpose(purpose, SHELL.test(entry.lang));
  if (!question) return null;
  const isClear = topic.kind === 'none' || mentionsTopic(question, topic, grammar);
  const fence = command.includes('`') ? '``' : '`';
  return {
    kind: 'basic',
    front: isClear ? question : underTopic(topic, question),
    back: `${fence}${command}${fence}`,
    concept: command,
    fact: tidy(purpose),
    facet: 'command',
    line,
    ...(isSample(purpose, command) ? { doubt: doubtOf(FORM, 'worth', [risk(true, 'worth', 0.5)]) } : {}),
  };
}

/** Code with the words that say what it is for: which command does that? */
export const codePurpose: Rule = (place) => {
  if (place.kind !== 'code') return null;
  const { entry } = place;
  const isReadable = !DIAGRAM.test(entry.lang) && entry.value.split('\n').length <= MOST_LINES;
  const told = isReadable ? [...inside(entry), ...below(place)] : [];
  const drafts = told.flatMap((pair) => draftOf(pair, place) ?? []);
  return drafts.length > 0 ? drafts : refusal('code-without-purpose');
};
