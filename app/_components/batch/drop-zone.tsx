import { ImagePlus } from "lucide-react";
import { useRef } from "react";
import { messages } from "@/app/_data/messages";
import { Button } from "../ui/button";
import { tray, useTally } from "./use-tray";

const t = messages.batch;
/** A hint for the file chooser only; what a file is, the server finds out from its content. */
const accept = "image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff,image/svg+xml,.tif,.tiff";

export const chooseButtonId = "choose-pictures";

/** Large while empty, a slim bar once there are pictures. */
export function DropZone({ hovering }: { hovering: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const empty = useTally().total === 0;
  return (
    <div
      className={`flex items-center justify-center rounded-2xl border-2 border-dashed text-center transition-colors ${
        hovering ? "border-accent bg-hover" : "border-control bg-surface"
      } ${empty ? "min-h-72 flex-col lg:min-h-112 gap-4 px-6 py-10" : "flex-wrap gap-x-4 gap-y-2 px-4 py-3"}`}
    >
      {empty && <ImagePlus aria-hidden className="size-11 text-accent" strokeWidth={1.4} />}
      <p className={empty ? "font-heading font-semibold text-xl" : "font-medium max-sm:hidden"}>
        {hovering ? t.dropNow : t.drop}
      </p>
      <input
        ref={input}
        type="file"
        multiple
        accept={accept}
        tabIndex={-1}
        aria-hidden
        className="hidden"
        onChange={(event) => {
          tray.add([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.target.value = "";
        }}
      />
      <Button
        id={chooseButtonId}
        variant={empty ? "primary" : "secondary"}
        size={empty ? "large" : "normal"}
        onClick={() => input.current?.click()}
      >
        {empty ? t.choose : t.chooseMore}
      </Button>
      {empty && <p className="max-w-sm text-pretty text-muted-foreground text-sm">{t.dropOr}</p>}
    </div>
  );
}
