/** Six things of one kind, so that each has three others beside it. */
export const LAND_NOTES = `# Land

- **Delta**: a plain that a river builds where it meets the sea
- **Fjord**: a narrow inlet that a glacier carved between cliffs
- **Isthmus**: a narrow strip that joins two larger masses
- **Atoll**: a ring of coral around a quiet lagoon
- **Mesa**: a flat hill with steep sides in dry country
- **Estuary**: a mouth in which fresh and salt water mix
`;
