/** Somebody whose page is open. */
export type Present = { readonly id: string; readonly name: string };

export type Presence = {
  enter(person: Present): void;
  /** One of the person's pages is closed. */
  leave(id: string): void;
  /** A new name, where the person is here. */
  rename(person: Present): void;
  /** By name. */
  list(): readonly Present[];
};

/**
 * Who is here: everybody with at least one open page. `changed` is called when the list is another.
 *
 * @param later runs its argument when somebody without a page no longer counts: a reload is no goodbye
 */
export function createPresence(changed: () => void, later: (work: () => void) => void): Presence {
  const pages = new Map<string, { name: string; count: number }>();
  return {
    enter({ id, name }) {
      const known = pages.get(id);
      pages.set(id, { name, count: (known?.count ?? 0) + 1 });
      if (known?.name !== name) changed();
    },
    leave(id) {
      const known = pages.get(id);
      if (known === undefined) return;
      if (known.count > 1) {
        known.count -= 1;
        return;
      }
      known.count = 0;
      later(() => {
        if (pages.get(id)?.count !== 0) return;
        pages.delete(id);
        changed();
      });
    },
    rename({ id, name }) {
      const known = pages.get(id);
      if (known === undefined || known.name === name) return;
      known.name = name;
      changed();
    },
    list: () => [...pages].map(([id, { name }]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
  };
}
