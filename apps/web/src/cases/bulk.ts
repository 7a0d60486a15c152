/** What came of one item of a bulk act: `refusal` is what was thrown. */
export interface Outcome<Item> {
  item: Item;
  refusal?: unknown;
}

/**
 * The act on each item, one after the other, so that what is refused of one stops no other. `tell` is called with what
 * there is after each; the outcomes are in the order of the items.
 */
export async function actOnEach<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
  tell: (outcomes: readonly Outcome<Item>[]) => void,
): Promise<readonly Outcome<Item>[]> {
  let outcomes: readonly Outcome<Item>[] = [];
  for (const item of items) {
    outcomes = [...outcomes, await outcomeOf(item, act)];
    tell(outcomes);
  }
  return outcomes;
}

const outcomeOf = <Item>(item: Item, act: (item: Item) => Promise<unknown>): Promise<Outcome<Item>> =>
  act(item).then(
    () => ({ item }),
    (refusal: unknown) => ({ item, refusal }),
  );
