/** The lines that there are, one below the other; `''` where there is none. */
export function footerOf(lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null).join('\n\n');
}
