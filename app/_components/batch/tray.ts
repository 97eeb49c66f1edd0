import type { UploadPicture } from "@/app/_data/upload-picture";
import type { Side } from "../ui/drag/dragging";
import { moved, placeBeside } from "../ui/drag/order";
import { createReconnect } from "./reconnect";
import { repeatsOf } from "./repeats";
import { sortedByName } from "./sorted-by-name";
import type { LaidItem, TrayItem, Upload } from "./tray-item";
import type { Removal } from "./undo";
import { failedUpload, received } from "./upload-outcome";

export interface Tally {
  total: number;
  ready: number;
  refused: number;
  /** Those that wait for the connection to come back. */
  offline: number;
  /** Those among the ready ones that have no file. */
  prompts: number;
}

/** Letters of a prompt that an item without a file is called by. */
const spokenLetters = 40;

const atOnce = 3;
/**
 * What someone has laid out for the next batch, in order, each file uploaded as soon as it is there, three at a time.
 * Kept outside React: it outlives a visit to the Jobs tab, and a step of one upload redraws one row, not the list.
 */
export function createTray(send: UploadPicture) {
  let order: readonly string[] = [];
  let tally: Tally = { total: 0, ready: 0, refused: 0, offline: 0, prompts: 0 };
  let count = 0;
  let chosen: string | null = null;
  let common = "";
  let repeats: ReadonlyMap<string, string> = new Map();
  /** What was removed and can be put back, the last at the end. */
  let removals: readonly Removal[] = [];
  const items = new Map<string, TrayItem>();
  const calls = new Map<string, AbortController>();
  const listeners = new Set<() => void>();
  const seekers = new Set<(id: string) => void>();

  function changed(): void {
    const all = [...items.values()];
    repeats = repeatsOf(
      order.flatMap((id) => items.get(id) ?? []),
      repeats,
    );
    const inState = (state: Upload["state"]) => all.filter(({ upload }) => upload.state === state).length;
    const prompts = inState("prompt");
    const ready = inState("ready") + inState("address") + prompts;
    const next = { total: all.length, ready, refused: inState("refused"), offline: inState("offline"), prompts };
    tally = sameUnless(tally, next);
    for (const listener of listeners) listener();
  }

  function patch(id: string, change: Partial<TrayItem>): void {
    const item = items.get(id);
    if (item) items.set(id, { ...item, ...change });
  }

  async function upload(id: string, whole: File): Promise<void> {
    const call = new AbortController();
    calls.set(id, call);
    patch(id, { upload: { state: "sending", share: 0, resumed: false } });
    changed();
    const onProgress = (share: number, resumed: boolean) => {
      patch(id, { upload: { state: "sending", share, resumed } });
      changed();
    };
    try {
      const file = await send(whole, { signal: call.signal, onProgress });
      patch(id, { upload: received(file) });
      reconnect.reached();
    } catch (failure) {
      patch(id, { upload: failedUpload(failure) });
      if (items.get(id)?.upload.state === "offline") reconnect.lost();
    }
    if (calls.get(id) === call) calls.delete(id);
    changed();
    pump();
  }

  const reconnect = createReconnect(() => {
    for (const id of order) if (items.get(id)?.upload.state === "offline") patch(id, { upload: { state: "waiting" } });
    changed();
    pump();
  });

  function pump(): void {
    if (reconnect.waiting()) return;
    for (const id of order) {
      if (calls.size >= atOnce) return;
      const item = items.get(id);
      if (item?.file && item.upload.state === "waiting") void upload(id, item.file);
    }
  }

  const firstUsable = () => order.find((id) => items.get(id)?.upload.state !== "refused");

  function drop(id: string): void {
    const item = items.get(id);
    if (!item) return;
    items.delete(id);
    calls.get(id)?.abort(new DOMException("Removed", "AbortError"));
    calls.delete(id);
  }

  /** @returns those that were there, as they lay. */
  function takeOff(ids: readonly string[]): TrayItem[] {
    const taken = ids.flatMap((id) => items.get(id) ?? []);
    for (const id of ids) drop(id);
    order = order.filter((id) => items.has(id));
    return taken;
  }

  function clear(): void {
    takeOff(order);
    removals = [];
  }

  /** @param to place from 0. @returns the new place; the old one where it cannot go there. */
  function moveTo(id: string, to: number): number {
    const from = order.indexOf(id);
    if (from < 0 || to < 0 || to >= order.length || to === from) return from;
    order = moved(order, from, to);
    changed();
    return to;
  }

  function lay(fresh: readonly LaidItem[]): void {
    order = [...order, ...fresh.map(made)];
    changed();
    pump();
  }

  function made(one: LaidItem): string {
    count += 1;
    const id = `laid-${count}`;
    items.set(id, { ...one, prompt: one.prompt ?? "", id });
    return id;
  }

  function putInPlace(id: string, file: File): string {
    const fresh = made({ ...waitingFile(file), prompt: items.get(id)?.prompt });
    order = order.map((one) => (one === id ? fresh : one));
    drop(id);
    return fresh;
  }

  /** Where a file lay whose bytes went with the page that had them. */
  const placeOf = (file: File): string | undefined =>
    order.find((id) => {
      const item = items.get(id);
      return item?.upload.state === "refused" && item.upload.wanted === file.size && item.name === file.name;
    });

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Hears which item somebody is to be shown. @returns how to stop listening. */
    onSought(seek: (id: string) => void) {
      seekers.add(seek);
      return () => void seekers.delete(seek);
    },
    seek(id: string) {
      for (const seek of seekers) seek(id);
    },
    order: () => order,
    tally: () => tally,
    item: (id: string) => items.get(id),
    /** Name of the earlier item that holds the same bytes; undefined for a file that is here once. */
    repeatOf: (id: string) => repeats.get(id),
    repeats: () => repeats,
    /** The prompt of every item that has none of its own, before it is filled in. */
    common: () => common,
    /** Id of the one to show large: what was chosen last while it is here, else the first that was not refused; null of an empty tray. */
    shown: (): string | null => (chosen !== null && items.has(chosen) ? chosen : (firstUsable() ?? order[0] ?? null)),

    show(id: string) {
      chosen = id;
      changed();
    },
    /** Adds files at the end, those of one gesture sorted as people count: 2 before 10. What is waited for takes its place. */
    add(files: readonly File[]) {
      const fresh = sortedByName(files).filter((file) => {
        const place = placeOf(file);
        if (place !== undefined) putInPlace(place, file);
        return place === undefined;
      });
      lay(fresh.map(waitingFile));
    },
    /** Puts a file in the place of an item, which keeps its prompt. @returns the id it has now. */
    replace(id: string, file: File): string {
      const fresh = putInPlace(id, file);
      changed();
      pump();
      return fresh;
    },
    /** Lays out what a batch was submitted with, in place of all that lies here. */
    layAgain(fresh: readonly LaidItem[]) {
      clear();
      common = "";
      lay(fresh);
    },
    /** Lays out what lay here before the page was loaded again, before what was laid out since. */
    recall(earlier: readonly LaidItem[], prompt: string) {
      const since = order;
      order = [...earlier.map(made), ...since];
      if (common === "") common = prompt;
      changed();
    },
    /** Adds addresses at the end, in the order they were written. */
    addAddresses(urls: readonly string[]) {
      lay(urls.map((url) => ({ name: url, file: null, preview: null, upload: { state: "address", url } })));
    },
    /** Adds pages without a file at the end, in the order of their prompts. */
    addPrompts(prompts: readonly string[]) {
      const none = { file: null, preview: null, upload: { state: "prompt" } } as const;
      lay(prompts.map((prompt) => ({ ...none, name: shortened(prompt), prompt })));
    },
    /** Takes things off, as {@link layBack} can undo. */
    remove(ids: readonly string[]) {
      const before = order;
      removals = [...removals, { items: takeOff(ids), order: before }];
      changed();
      pump();
    },
    /** What was removed last; null when there is nothing to put back. */
    lastRemoval: (): Removal | null => removals.at(-1) ?? null,
    /** Lays what was removed last out again, in an order of all; the removal before it is the last one then. */
    layBack(laid: readonly TrayItem[], all: readonly string[]) {
      removals = removals.slice(0, -1);
      for (const item of laid) items.set(item.id, item);
      order = all;
      changed();
      pump();
    },
    /** What was removed stays so. */
    forgetRemovals() {
      removals = [];
      changed();
    },
    /** Takes things off for good, since they go elsewhere. */
    handOver(ids: readonly string[]) {
      takeOff(ids);
      changed();
      pump();
    },
    /** Takes everything off for good. */
    clear() {
      clear();
      changed();
    },
    /** @returns the new place, from 0; the old one where it cannot go further. */
    move(id: string, by: 1 | -1): number {
      const from = order.indexOf(id);
      return from < 0 ? from : moveTo(id, from + by);
    },
    /** Moves one right before or after another. @returns its new place, from 0. */
    moveBeside(id: string, beside: string, side: Side): number {
      return moveTo(id, placeBeside(order, id, beside, side));
    },
    reverse() {
      order = [...order].reverse();
      changed();
    },
    setCommon(prompt: string) {
      common = prompt;
      changed();
    },
    /** @param prompts by the ids of their items. */
    setPrompts(prompts: ReadonlyMap<string, string>) {
      for (const [id, prompt] of prompts) patch(id, { prompt });
      changed();
    },
    retry(ids: readonly string[]) {
      for (const id of ids) {
        const state = items.get(id)?.upload;
        if (state?.state === "refused" && state.retryable) patch(id, { upload: { state: "waiting" } });
      }
      changed();
      pump();
    },
  };
}

const waitingFile = (file: File): LaidItem => ({
  name: file.name,
  file,
  preview: null,
  upload: { state: "waiting" },
});

export type Tray = ReturnType<typeof createTray>;

/** The last one while nothing changed, so that nothing is redrawn. */
function sameUnless(last: Tally, next: Tally): Tally {
  const keys = Object.keys(next) as (keyof Tally)[];
  return keys.every((key) => last[key] === next[key]) ? last : next;
}

const shortened = (prompt: string): string =>
  prompt.length > spokenLetters ? `${prompt.slice(0, spokenLetters).replace(/\s+\S*$/, "")}…` : prompt;
