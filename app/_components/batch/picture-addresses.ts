/** How long the address of a file that nothing shows any more is kept, in milliseconds: its picture may still be being read. */
const keptMs = 10_000;

interface Kept {
  address: string;
  shownBy: number;
  timer?: number;
}

const kept = new Map<File, Kept>();

/** The address of a chosen file in this browser; the same while something shows it, and a while longer. */
export function addressOf(file: File): string {
  const entry = kept.get(file) ?? { address: URL.createObjectURL(file), shownBy: 0 };
  kept.set(file, entry);
  if (entry.shownBy === 0) giveBackLater(file, entry);
  return entry.address;
}

/** Notes that something shows a file. @returns how to say that it does no more. */
export function showing(file: File): () => void {
  addressOf(file);
  const entry = kept.get(file) as Kept;
  entry.shownBy += 1;
  window.clearTimeout(entry.timer);
  return () => {
    entry.shownBy -= 1;
    if (entry.shownBy === 0) giveBackLater(file, entry);
  };
}

function giveBackLater(file: File, entry: Kept): void {
  window.clearTimeout(entry.timer);
  entry.timer = window.setTimeout(() => {
    URL.revokeObjectURL(entry.address);
    kept.delete(file);
  }, keptMs);
}
