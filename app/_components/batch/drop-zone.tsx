import { FolderOpen } from "lucide-react";
import { type ChangeEvent, useId, useRef } from "react";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import type { Desk } from "./desks";
import { visibleFiles } from "./picked-files";
import { useDeskWords } from "./use-desk-words";
import { useTally } from "./use-tray";

export const chooseButtonId = controls.chooseFiles;

const hiddenPicker = { type: "file", multiple: true, tabIndex: -1, "aria-hidden": true, className: "hidden" } as const;
/** Known to every browser, and to no standard's types. */
const wholeFolders = { webkitdirectory: "" };

/** What can be done with a mouse, or by a finger, which can drop nothing. */
const ByHand = ({ mouse, finger }: { mouse: string; finger: string }) => (
  <>
    <span className="pointer-coarse:hidden">{mouse}</span>
    <span className="not-pointer-coarse:hidden">{finger}</span>
  </>
);

/** Large while empty, a slim bar once there is something. */
export function DropZone({ desk, hovering }: { desk: Desk; hovering: boolean }) {
  const t = useMessages("batch");
  const { tray, kind, icon: Icon } = desk;
  const words = useDeskWords(kind);
  // Each button names what it opens: before the page's script is there, the one in its head opens it.
  const [filesId, folderId] = [useId(), useId()];
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    tray.add(visibleFiles([...(target.files ?? [])]));
    // The same file may be chosen again after it was removed.
    target.value = "";
  };
  const empty = useTally(tray).total === 0;
  return (
    <div
      data-takes-files
      className={`flex items-center justify-center rounded-2xl border-2 border-dashed text-center transition-colors ${
        hovering ? "border-accent bg-hover" : "border-control bg-surface"
      } ${empty ? "min-h-72 flex-col lg:min-h-112 gap-4 px-6 py-10" : "flex-wrap gap-x-4 gap-y-2 px-4 py-3"}`}
    >
      {empty && <Icon aria-hidden className="size-11 text-accent" strokeWidth={1.4} />}
      <p className={empty ? "font-heading font-semibold text-xl" : "font-medium max-sm:hidden"}>
        {hovering ? t.dropNow : <ByHand mouse={words.drop} finger={words.pick} />}
      </p>
      <input ref={input} id={filesId} {...hiddenPicker} accept={desk.accept} onChange={take} />
      <input ref={folder} id={folderId} {...hiddenPicker} {...wholeFolders} onChange={take} />
      <div className="flex flex-wrap justify-center gap-2">
        <Button
          id={chooseButtonId}
          data-opens={filesId}
          variant={empty ? "primary" : "secondary"}
          size={empty ? "large" : "normal"}
          onClick={() => input.current?.click()}
        >
          {empty ? words.choose : words.chooseMore}
        </Button>
        {/* Phones have no folders to choose. */}
        <Button
          id={controls.chooseFolder}
          data-opens={folderId}
          className="max-sm:hidden"
          size={empty ? "large" : "normal"}
          onClick={() => folder.current?.click()}
        >
          <FolderOpen aria-hidden className="size-4" />
          {t.folder}
        </Button>
      </div>
      {empty && (
        <p className="max-w-sm text-pretty text-muted-foreground text-sm">
          <ByHand mouse={words.dropOr} finger={words.pickFrom} />
        </p>
      )}
    </div>
  );
}
