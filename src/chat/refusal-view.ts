import type { View } from './port.js';

/** Says why something was not done. `problem` holds what a person typed only in names of ours: no Markdown of theirs. */
export function refusalView(problem: string): View {
  return { tone: 'warning', body: [{ kind: 'text', markdown: problem.replace(/[<>[\]]/g, '\\$&') }] };
}
