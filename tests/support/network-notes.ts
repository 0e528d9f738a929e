const LINES = {
  IP: 'número que identifica una máquina en una red',
  Puerto: 'número de un servicio dentro de una máquina',
  DNS: 'servicio que traduce nombres a direcciones',
  Router: 'aparato que une dos redes distintas',
  Proxy: 'programa que pide páginas en lugar de otro',
  TTL: 'saltos que puede dar un paquete todavía',
} as const;

export type Term = keyof typeof LINES;
export const TERMS: readonly Term[] = ['IP', 'Puerto', 'DNS', 'Router', 'Proxy', 'TTL'];

/** One card a line. */
export function lineOf(term: Term): string {
  return `- **${term}**: ${LINES[term]}.`;
}

/** Notes with a card for each term, and lines of others. */
export function networkNotes(terms: readonly Term[], more: readonly string[] = []): string {
  return `# Redes\n\n${[...terms.map(lineOf), ...more].join('\n')}\n`;
}

/** May be Router under another name: the card is kept and asked about. */
export const ROUTER_RENAMED = lineOf('Router').replace('Router', 'Encaminador');
/** May be DNS, or not: it counts as new until somebody says. */
export const DNS_REWRITTEN = '- **Resolutor**: traduce nombres de dominio a direcciones IP.';

/** The term that a card asks. */
export function termOf(front: string): string {
  return /\*\*(.+?)\*\*/.exec(front)?.[1] ?? front;
}
