import type { Dropped } from "../ui/beforehand/take-over";

/** What a drop brings. Must be called while its event is being handled. */
export const droppedBy = (transfer: DataTransfer): Dropped => ({
  entries: [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null),
  files: [...transfer.files],
});

/** Every file of a drop, folders read to their depth. */
export async function droppedFiles({ entries, files }: Dropped): Promise<File[]> {
  if (entries.every((entry) => entry === null)) return [...files];
  const found = await Promise.all(entries.filter((entry) => entry !== null).map(filesIn));
  return found.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const found = await Promise.all((await entriesOf(entry)).map(filesIn));
  return visibleFiles(found.flat());
}

/** Systems leave their own marks in folders (.DS_Store); nobody means those. */
export const visibleFiles = (files: File[]): File[] => files.filter(({ name }) => !name.startsWith("."));

/** A reader hands out a folder in portions and ends with an empty one. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
