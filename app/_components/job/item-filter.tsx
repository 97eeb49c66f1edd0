import type { Messages } from "@/app/_data/messages/catalogue";
import { useMessages } from "@/app/_data/messages/use-messages";

export type Shown = keyof Messages<"job">["filters"];

interface Props {
  counts: { name: Shown; n: number }[];
  shown: Shown;
  onShow(shown: Shown): void;
}

/** Only the states there are; with all pictures in one state there is nothing to choose. */
export function ItemFilter({ counts, shown, onShow }: Props) {
  const t = useMessages("job");
  const offered = counts.filter(({ name, n }) => n > 0 || name === shown);
  if (offered.length < 3) return null;
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{t.show}</legend>
      {offered.map(({ name, n }) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === shown}
          onClick={() => onShow(name)}
          className="min-h-11 min-w-11 rounded-lg px-3 text-muted-foreground text-sm hover:bg-hover hover:text-foreground aria-pressed:bg-hover aria-pressed:font-semibold aria-pressed:text-foreground sm:min-h-9"
        >
          {t.filters[name]} <span className="tabular text-xs">{n}</span>
        </button>
      ))}
    </fieldset>
  );
}
