/** A regular expression in a source file, from 1. */
export type RegexLiteral = { readonly line: number; readonly source: string };

/** After these words a slash begins a regular expression; after any other word or a bracket it divides. */
const BEFORE_VALUE = /(?:^|[^\w$.])(?:return|typeof|case|in|of|do|else|void|delete|throw|new|await|yield) ?$/;

/** Where what begins at `at` ends: behind the next `quote` that no backslash stands before. */
function endOfQuoted(code: string, at: number, quote: string): number {
  let end = at + 1;
  while (end < code.length && code[end] !== quote) end += code[end] === '\\' ? 2 : 1;
  return end + 1;
}

/** A slash in a class of characters ends nothing. */
function endOfRegex(code: string, at: number): number {
  let end = at + 1;
  for (let isClass = false; end < code.length && (isClass || code[end] !== '/'); end += 1) {
    if (code[end] === '\\') end += 1;
    else if (code[end] === '[') isClass = true;
    else if (code[end] === ']') isClass = false;
  }
  return end + 1;
}

/**
 * The regular expressions of a TypeScript file: literals, and the parts of those that are made of tagged templates, which
 * are what stands between two `${…}`. A slash before `>` closes an element of JSX.
 */
export function regexLiterals(code: string): readonly RegexLiteral[] {
  const found: RegexLiteral[] = [];
  const lineAt = (at: number) => code.slice(0, at).split('\n').length;
  let before = '';
  for (let at = 0; at < code.length; ) {
    const char = code[at] ?? '';
    const next = code[at + 1];
    let end = at + 1;
    if (char === '/' && next === '/') end = code.indexOf('\n', at);
    else if (char === '/' && next === '*') end = code.indexOf('*/', at) + 2;
    else if (char === "'" || char === '"') {
      end = endOfQuoted(code, at, char);
      before = char;
    } else if (char === '`') {
      end = endOfQuoted(code, at, '`');
      const parts = code.slice(at + 1, end - 1).split(/\$\{[^{}]*\}/);
      if (/(?:raw|\))$/.test(code.slice(Math.max(0, at - 20), at))) {
        for (const source of parts) found.push({ line: lineAt(at), source });
      }
      before = '`';
    } else if (char === '/' && next !== '>' && (/[=(,:[!&|?{};+]$|=>$|^$/.test(before) || BEFORE_VALUE.test(before))) {
      end = endOfRegex(code, at);
      found.push({ line: lineAt(at), source: code.slice(at, end) });
      before = '/';
    } else if (/\S/.test(char)) before = before.slice(-12) + char;
    else if (/[\w$]$/.test(before)) before += ' ';
    if (end <= at) break;
    at = end;
  }
  return found;
}
