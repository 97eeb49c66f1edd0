import { createRemembered } from "@/app/_data/remembered";
import type { Store } from "@/app/_data/use-store";

/** Options under a name. */
export interface Preset<Options> {
  name: string;
  options: Options;
}

/** What someone chooses in one studio, the presets it comes with, and the ones saved in this browser. */
export interface PresetShelf<Options> {
  usual: readonly Preset<Options>[];
  saved: Store<readonly Preset<Options>[]>;
  /** Without what belongs to one batch only, such as its title. */
  lasting(options: Options): Partial<Options>;
}

/** Presets saved under `key`; those that are not valid any more are left out. */
export const savedPresets = <Options>(key: string, read: (stored: unknown) => Options | null) =>
  createRemembered<readonly Preset<Options>[]>(key, [], (stored) =>
    Array.isArray(stored)
      ? stored.flatMap((one) => {
          const options = read(one?.options);
          return options === null || typeof one.name !== "string" ? [] : [{ name: one.name, options }];
        })
      : null,
  );

/** Saves options under a name; what had this name before is replaced. */
export function savePreset<Options>({ saved }: PresetShelf<Options>, name: string, options: Options): void {
  const others = saved.get().filter((one) => one.name !== name);
  saved.set([...others, { name, options }].sort((a, b) => a.name.localeCompare(b.name)));
}

export function deletePreset<Options>({ saved }: PresetShelf<Options>, name: string): void {
  saved.set(saved.get().filter((one) => one.name !== name));
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
