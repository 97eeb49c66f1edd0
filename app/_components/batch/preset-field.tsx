import { BookmarkPlus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { createPart, usePart } from "@/app/_data/use-part";
import { useStore } from "@/app/_data/use-store";
import { Button } from "../ui/button";
import { SelectField } from "../ui/select-field";
import { deletePreset, type Preset, type PresetShelf, presetOf, savePreset } from "./presets";

const savePresetPart = createPart(() => import("./save-preset"));

/** Stands in the list while the options are no preset's. */
const own = "";

interface Props<Options> {
  shelf: PresetShelf<Options>;
  options: Options;
  onChoose(options: Partial<Options>): void;
}

const none: readonly Preset<never>[] = [];

/** All options at once by one name: those that come with the product, and one's own. */
export function PresetField<Options>({ shelf, options, onChoose }: Props<Options>) {
  const t = useMessages("batch").presets;
  const saved = useStore(shelf.saved, none as readonly Preset<Options>[]);
  const dialog = useRef<HTMLDialogElement>(null);
  const SavePreset = usePart(savePresetPart)?.SavePreset;
  const [news, setNews] = useState("");
  const current = presetOf(shelf, saved, options);
  const all = [...shelf.usual, ...saved];
  const names = Object.fromEntries([[own, t.own], ...all.map(({ name }) => [name, name])]);
  const isSaved = current !== undefined && saved.includes(current);
  const choose = (name: string) => {
    const preset = all.find((one) => one.name === name);
    if (preset) onChoose(shelf.lasting(preset.options));
  };
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <SelectField
          label={t.label}
          names={names}
          values={current ? all.map(({ name }) => name) : [own, ...all.map(({ name }) => name)]}
          value={current?.name ?? own}
          onChange={choose}
        />
      </div>
      {isSaved ? (
        <Button
          size="icon"
          className="min-h-11 sm:min-h-10"
          aria-label={t.remove(current.name)}
          title={t.remove(current.name)}
          onClick={() => {
            deletePreset(shelf, current.name);
            setNews(t.removed(current.name));
          }}
        >
          <Trash2 aria-hidden className="size-4" />
        </Button>
      ) : (
        !current && (
          <Button
            size="icon"
            className="min-h-11 sm:min-h-10"
            aria-label={t.save}
            title={t.save}
            aria-disabled={!SavePreset}
            onClick={() => dialog.current?.showModal()}
          >
            <BookmarkPlus aria-hidden className="size-4" />
          </Button>
        )
      )}
      <p aria-live="polite" className="sr-only">
        {news}
      </p>
      {SavePreset && (
        <SavePreset
          dialog={dialog}
          taken={shelf.usual.map(({ name }) => name)}
          onSave={(name) => {
            savePreset(shelf, name, options);
            setNews(t.saved(name));
          }}
        />
      )}
    </div>
  );
}
