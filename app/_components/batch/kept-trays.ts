import type { KeptItem, KeptTray, KeptTrays } from "@/app/_data/kept-trays-schema";
import { forgottenEvent, laidOutKey } from "@/app/_data/laid-out";
import { loadContracts } from "@/app/_data/load-contracts";
import { loadPatiently } from "@/app/_data/load-patiently";
import type { BatchKind } from "@/lib/contracts/status";
import { batchKinds } from "@/lib/contracts/terms/status";
import { changeDeck, chosenDeck } from "./chosen-deck";
import { changeOptions, chosenOptions } from "./chosen-options";
import type { LaidItem, TrayItem } from "./tray-item";
import { unaddedLines } from "./unadded-lines";
import { uploadPreview } from "./upload-preview";
import { trays } from "./use-tray";

/** An upload that no batch uses is gone after a day; what is older is not counted upon. */
const keptMs = 23 * 3_600_000;

/** A title belongs to what is laid out, not to the options that the browser remembers. */
const titles: Record<BatchKind, { read(): string; write(title: string): void }> = {
  coloring: { read: () => chosenOptions().title, write: (title) => changeOptions({ title }) },
  deck: { read: () => chosenDeck().title, write: (title) => changeDeck({ title }) },
};

let kept: Promise<void> | null = null;
/** Before this nothing that lies here was uploaded: milliseconds since the Unix epoch. */
let since = Date.now();

/**
 * Lays out again what lay on the trays before this page was loaded, and from then on keeps what lies there whenever the
 * page is left: a reload, or a phone that needs its memory, takes nothing away. Once for as long as the page lives.
 */
export function keepTrays(): Promise<void> {
  kept ??= begin();
  return kept;
}

async function begin(): Promise<void> {
  const stored = storedTrays();
  if (stored !== null) await recall(stored);
  const leave = () => {
    if (document.visibilityState === "hidden") store();
  };
  window.addEventListener("pagehide", store);
  document.addEventListener("visibilitychange", leave);
  window.addEventListener(forgottenEvent, () => {
    for (const kind of batchKinds) {
      trays[kind].clear();
      titles[kind].write("");
      unaddedLines[kind].set("");
    }
  });
}

async function recall(stored: unknown): Promise<void> {
  const { keptTraysSchema } = await loadPatiently(loadContracts);
  const { data: kept } = keptTraysSchema.safeParse(stored);
  if (!kept) return;
  since = kept.since;
  const tooOld = Date.now() - since > keptMs;
  for (const kind of batchKinds) {
    const { common, title, unadded, items } = kept[kind];
    if (title !== "" && titles[kind].read() === "") titles[kind].write(title);
    if (unaddedLines[kind].get() === "") unaddedLines[kind].set(unadded);
    if (items.length > 0)
      trays[kind].recall(
        items.map((item) => laid(item, tooOld)),
        common,
      );
  }
}

function laid({ name, prompt, upload }: KeptItem, tooOld: boolean): LaidItem {
  const bare = { name, prompt, file: null, preview: null };
  if (upload.state === "ready" && !tooOld) {
    return { ...bare, preview: uploadPreview(upload.file.file_id), upload };
  }
  if (upload.state === "refused") return { ...bare, upload: { ...upload, retryable: false } };
  if (upload.state === "ready") return { ...bare, upload: unsent(name, upload.file.size) };
  return { ...bare, upload: upload.state === "unsent" ? unsent(name, upload.size) : upload };
}

/** A file that only the page had. @param size in bytes, by which it is known again. */
const unsent = (name: string, size: number): TrayItem["upload"] => ({
  state: "refused",
  fault: { code: "not_sent", message: `${name} was not sent.`, subject: name },
  retryable: false,
  wanted: size,
});

function store(): void {
  const kept: KeptTrays = { since, coloring: keptOf("coloring"), deck: keptOf("deck") };
  if (kept.coloring.items.length + kept.deck.items.length === 0) since = Date.now();
  const nothing = [kept.coloring, kept.deck].every(
    ({ items, title, unadded }) => items.length === 0 && title === "" && unadded === "",
  );
  try {
    if (nothing) sessionStorage.removeItem(laidOutKey);
    else sessionStorage.setItem(laidOutKey, JSON.stringify(kept));
  } catch (failure) {
    // A browser may deny its storage, or have no room.
    if (!(failure instanceof DOMException)) throw failure;
  }
}

const keptOf = (kind: BatchKind): KeptTray => ({
  common: trays[kind].common(),
  title: titles[kind].read(),
  unadded: unaddedLines[kind].get(),
  items: trays[kind].order().flatMap((id) => {
    const item = trays[kind].item(id);
    return item ? [keptItem(item)] : [];
  }),
});

function keptItem({ name, prompt, upload, file }: TrayItem): KeptItem {
  if (upload.state === "ready" || upload.state === "address" || upload.state === "prompt") {
    return { name, prompt, upload };
  }
  if (upload.state === "refused" && upload.wanted !== undefined) {
    return { name, prompt, upload: { state: "unsent", size: upload.wanted } };
  }
  if (upload.state === "refused" && !upload.retryable) {
    const { code, message, subject } = upload.fault;
    return { name, prompt, upload: { state: "refused", fault: { code, message, subject } } };
  }
  return { name, prompt, upload: { state: "unsent", size: file?.size ?? 0 } };
}

/** Null where nothing that is JSON is stored, or a browser denies its storage. */
function storedTrays(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(laidOutKey) ?? "null");
  } catch {
    return null;
  }
}
