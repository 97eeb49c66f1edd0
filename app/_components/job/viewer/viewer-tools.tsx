import { viewerMessages } from "@/app/_data/messages/viewer";
import { Button } from "../../ui/button";
import { type ViewerDeeds, viewerActions } from "./viewer-actions";

interface Props {
  deeds: ViewerDeeds;
  /** Whether there is no page before or after this one. */
  first: boolean;
  last: boolean;
}

const tools = viewerActions.filter(({ icon }) => icon !== undefined);

/** What the keys do, for pointer and thumb. */
export function ViewerTools({ deeds, first, last }: Props) {
  const ends: Record<string, boolean> = { ArrowLeft: first, ArrowRight: last };
  return (
    <fieldset className="flex justify-center gap-1 border-hairline border-t bg-surface px-2 py-1.5">
      <legend className="sr-only">{viewerMessages.tools}</legend>
      {tools.map(({ icon: Icon, label, keys, run }) => (
        <Button
          key={label}
          variant="quiet"
          size="icon"
          aria-label={label}
          title={label}
          aria-disabled={ends[keys[0]]}
          onClick={() => run(deeds)}
        >
          {Icon && <Icon aria-hidden className="size-5" />}
        </Button>
      ))}
    </fieldset>
  );
}
