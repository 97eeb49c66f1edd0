/**
 * What `read` resolves to for each item, in order. Up to `count` are begun before they are asked for, so that waiting for
 * many small files is one wait; so many, and the one that is worked on, are in memory.
 * @throws what `read` throws, when that item's turn comes.
 */
export async function* readAhead<Item, Content>(
  items: Iterable<Item>,
  count: number,
  read: (item: Item) => Promise<Content>,
): AsyncGenerator<Content> {
  const begun: Promise<Content>[] = [];
  for (const item of items) {
    const reading = read(item);
    // Heard of when its turn comes; until then it must not count as nobody's.
    reading.catch(() => undefined);
    begun.push(reading);
    if (begun.length > count) yield await (begun.shift() as Promise<Content>);
  }
  for (const reading of begun) yield await reading;
}
