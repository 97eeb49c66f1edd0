import { ProblemError } from "@/app/_data/problem";
import type { UploadPicture } from "@/app/_data/upload-picture";
import type { UploadView } from "@/lib/contracts/uploads";

export type Upload =
  | { state: "waiting" }
  | { state: "sending"; share: number }
  | { state: "ready"; file: UploadView }
  | { state: "refused"; message: string; retryable: boolean };

export interface Picture {
  id: string;
  file: File;
  /** Object URL of the file itself, for the thumbnail. */
  preview: string;
  prompt: string;
  upload: Upload;
}

export interface Tally {
  total: number;
  ready: number;
  refused: number;
}

const atOnce = 3;
const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/**
 * The pictures someone has laid out for the next batch, in order, each uploaded as soon as it is there, three at a time.
 * Kept outside React: it outlives a visit to the Jobs tab, and a step of one upload redraws one row, not the list.
 */
export function createTray(send: UploadPicture) {
  let order: readonly string[] = [];
  let tally: Tally = { total: 0, ready: 0, refused: 0 };
  let made = 0;
  const pictures = new Map<string, Picture>();
  const calls = new Map<string, AbortController>();
  const listeners = new Set<() => void>();

  function changed(): void {
    const all = [...pictures.values()];
    const inState = (state: Upload["state"]) => all.filter((picture) => picture.upload.state === state).length;
    const next = { total: all.length, ready: inState("ready"), refused: inState("refused") };
    if (next.total !== tally.total || next.ready !== tally.ready || next.refused !== tally.refused) tally = next;
    for (const listener of listeners) listener();
  }

  function patch(id: string, change: Partial<Picture>): void {
    const picture = pictures.get(id);
    if (picture) pictures.set(id, { ...picture, ...change });
  }

  async function upload(id: string): Promise<void> {
    const call = new AbortController();
    calls.set(id, call);
    patch(id, { upload: { state: "sending", share: 0 } });
    changed();
    const onProgress = (share: number) => {
      patch(id, { upload: { state: "sending", share } });
      changed();
    };
    try {
      const file = await send(pictures.get(id)!.file, { signal: call.signal, onProgress });
      patch(id, { upload: { state: "ready", file } });
    } catch (failure) {
      const message = failure instanceof Error ? failure.message : String(failure);
      patch(id, {
        upload: { state: "refused", message, retryable: failure instanceof ProblemError && failure.passing },
      });
    }
    if (calls.get(id) === call) calls.delete(id);
    changed();
    pump();
  }

  function pump(): void {
    for (const id of order) {
      if (calls.size >= atOnce) return;
      if (pictures.get(id)?.upload.state === "waiting") void upload(id);
    }
  }

  function drop(id: string): void {
    const picture = pictures.get(id);
    if (!picture) return;
    URL.revokeObjectURL(picture.preview);
    pictures.delete(id);
    calls.get(id)?.abort(new DOMException("Removed", "AbortError"));
    calls.delete(id);
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    order: () => order,
    tally: () => tally,
    picture: (id: string) => pictures.get(id),

    /** Adds files at the end, those of one gesture sorted as people count: 2 before 10. */
    add(files: readonly File[]) {
      const fresh = [...files]
        .sort((a, b) => byName.compare(a.name, b.name))
        .map((file) => {
          made += 1;
          return { id: `picture-${made}`, file, preview: URL.createObjectURL(file), prompt: "" };
        });
      for (const picture of fresh) pictures.set(picture.id, { ...picture, upload: { state: "waiting" } });
      order = [...order, ...fresh.map(({ id }) => id)];
      changed();
      pump();
    },
    remove(id: string) {
      drop(id);
      order = order.filter((one) => one !== id);
      changed();
      pump();
    },
    clear() {
      for (const id of order) drop(id);
      order = [];
      changed();
    },
    /** @returns the new place, from 0; the old one where it cannot go further. */
    move(id: string, by: 1 | -1): number {
      const from = order.indexOf(id);
      const to = from + by;
      if (from < 0 || to < 0 || to >= order.length) return from;
      const next = [...order];
      next.splice(to, 0, ...next.splice(from, 1));
      order = next;
      changed();
      return to;
    },
    setPrompt(id: string, prompt: string) {
      patch(id, { prompt });
      changed();
    },
    retry(ids: readonly string[]) {
      for (const id of ids) {
        const state = pictures.get(id)?.upload;
        if (state?.state === "refused" && state.retryable) patch(id, { upload: { state: "waiting" } });
      }
      changed();
      pump();
    },
  };
}

export type Tray = ReturnType<typeof createTray>;
