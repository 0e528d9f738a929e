/** Somebody whose page is open. */
export type Present = { readonly id: string; readonly name: string };

/** What is different since the last change was taken: who is here anew or under another name, and who is no longer. */
export type PresenceChange = {
  readonly here: readonly Present[];
  readonly gone: readonly string[];
  /** How many are here now. */
  readonly total: number;
};

export type Presence = {
  enter(person: Present): void;
  /** One of the person's pages is closed. */
  leave(id: string): void;
  /** A new name, where the person is here. */
  rename(person: Present): void;
  /** By name. The same list as long as nothing changes. */
  list(): readonly Present[];
  /** What has changed since this was called last. */
  takeChange(): PresenceChange;
  /**
   * Whether the person has the room to themselves: nobody else is here, nor was a moment ago, as somebody whose
   * network broke. Somebody without an open page is not known to be alone.
   */
  isAlone(id: string): boolean;
};

/**
 * Who is here: everybody with at least one open page. `onChange` is called when the list is another.
 *
 * @param later runs its argument when somebody without a page no longer counts: a reload is no goodbye
 * @param muchLater runs its argument when somebody who has left will not be back at once
 */
export function createPresence(
  onChange: () => void,
  later: (work: () => void) => void,
  muchLater: (work: () => void) => void,
): Presence {
  const pages = new Map<string, { name: string; count: number }>();
  /** Those who have left, and how often of late. */
  const lately = new Map<string, number>();

  let sorted: readonly Present[] | null = null;

  let touched = new Set<string>();

  function changed(id: string): void {
    sorted = null;
    touched.add(id);
    onChange();
  }

  function noteLeft(id: string): void {
    lately.set(id, (lately.get(id) ?? 0) + 1);
    muchLater(() => {
      const left = (lately.get(id) ?? 1) - 1;
      if (left === 0) lately.delete(id);
      else lately.set(id, left);
    });
  }

  return {
    enter({ id, name }) {
      const known = pages.get(id);
      pages.set(id, { name, count: (known?.count ?? 0) + 1 });
      if (known?.name !== name) changed(id);
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
        noteLeft(id);
        changed(id);
      });
    },
    rename({ id, name }) {
      const known = pages.get(id);
      if (known === undefined || known.name === name) return;
      known.name = name;
      changed(id);
    },
    isAlone: (id) => pages.has(id) && [...pages.keys(), ...lately.keys()].every((other) => other === id),
    takeChange() {
      const ids = [...touched];
      touched = new Set();
      const here = ids.flatMap((id) => {
        const known = pages.get(id);
        return known === undefined ? [] : [{ id, name: known.name }];
      });
      return { here, gone: ids.filter((id) => !pages.has(id)), total: pages.size };
    },
    list() {
      sorted ??= [...pages].map(([id, { name }]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
      return sorted;
    },
  };
}
