import { createRemembered, type Remembered } from "@/app/_data/remembered";

/** Options under a name. */
export interface Preset<Options> {
  name: string;
  options: Options;
}

/** What someone chooses in one studio, the presets it comes with, and the ones saved in this browser. */
export interface PresetShelf<Options> {
  usual: readonly Preset<Options>[];
  saved: Remembered<readonly Preset<Options>[]>;
  /** Without what belongs to one batch only, such as its title. */
  lasting(options: Options): Partial<Options>;
}

/**
 * Presets saved under `key`; those that are not valid any more are left out. What other tabs of this browser save and delete
 * counts here at once: a list that knew nothing of it would be written over it.
 */
export function savedPresets<Options>(key: string, read: (stored: unknown) => Promise<Options | null>) {
  const saved = createRemembered<readonly Preset<Options>[]>(key, [], async (stored) => {
    if (!Array.isArray(stored)) return null;
    const presets = await Promise.all(stored.map((one) => readPreset(one, read)));
    return presets.filter((preset) => preset !== null);
  });
  if (typeof window !== "undefined") {
    window.addEventListener("storage", (event) => event.key === key && saved.recallAnew());
  }
  return saved;
}

async function readPreset<Options>(
  stored: { name?: unknown; options?: unknown } | null,
  read: (stored: unknown) => Promise<Options | null>,
): Promise<Preset<Options> | null> {
  const options = await read(stored?.options);
  return options === null || typeof stored?.name !== "string" ? null : { name: stored.name, options };
}

/** Saves options under a name; what had this name before is replaced. */
export function savePreset<Options>({ saved }: PresetShelf<Options>, name: string, options: Options): void {
  saved.change((presets) => {
    const others = presets.filter((one) => one.name !== name);
    return [...others, { name, options }].sort((a, b) => a.name.localeCompare(b.name));
  });
}

export function deletePreset<Options>({ saved }: PresetShelf<Options>, name: string): void {
  saved.change((presets) => presets.filter((one) => one.name !== name));
}

/** The preset that has just these options, if one has. */
export function presetOf<Options>(
  { usual, lasting }: PresetShelf<Options>,
  saved: readonly Preset<Options>[],
  options: Options,
): Preset<Options> | undefined {
  const wanted = JSON.stringify(sorted(lasting(options)));
  return [...usual, ...saved].find((one) => JSON.stringify(sorted(lasting(one.options))) === wanted);
}

const sorted = (value: object): [string, unknown][] =>
  Object.entries(value).sort(([one], [other]) => one.localeCompare(other));
