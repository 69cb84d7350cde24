import type { Milestone } from '../schema/agreement.ts';

/** The ids of an agreement's milestones. As long as they are as they were, this is the same object. */
export class Ids {
  readonly #index = new Map<string, number>();
  #folded: ReadonlySet<string> | undefined;

  private constructor(private readonly list: readonly (string | undefined)[]) {
    for (const [i, id] of list.entries())
      if (id !== undefined && !this.#index.has(id)) this.#index.set(id, i);
  }

  /** The ids of these milestones: `previous` where they are the same ones in the same order. */
  static of(milestones: readonly Milestone[], previous?: Ids): Ids {
    const same =
      previous?.list.length === milestones.length &&
      milestones.every(({ id }, i) => id?.value === previous.list[i]);
    return same ? previous : new Ids(milestones.map(({ id }) => id?.value));
  }

  /** The index of the milestone that an id names: the first of those that have it. */
  indexOf(id: string): number | undefined {
    return this.#index.get(id);
  }

  /** The ids in lower case. */
  get folded(): ReadonlySet<string> {
    this.#folded ??= new Set([...this.#index.keys()].map((id) => id.toLowerCase()));
    return this.#folded;
  }

  /** Whether no two milestones have ids that are the same, or would be but for their case. */
  get distinct(): boolean {
    return this.folded.size === this.list.filter((id) => id !== undefined).length;
  }
}
