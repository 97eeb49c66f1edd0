import { LoaderCircle } from "lucide-react";
import { Suspense } from "react";
import { usePreview } from "@/app/_data/draw-preview";
import { useMessages } from "@/app/_data/messages/use-messages";
import { problemWords } from "@/app/_data/problem";
import { useSettled } from "@/app/_data/use-settled";
import type { PreviewRequestInput } from "@/lib/contracts/preview";
import { ElementCounts } from "../job/element-counts";
import { ProblemNotice } from "../ui/problem-notice";
import { Queries } from "../ui/queries";
import type { Desk } from "./desks";
import { PreviewFrame } from "./preview-frame";
import type { TrayItem } from "./tray-item";
import { useDeskWords } from "./use-desk-words";
import { usePictureAddress } from "./use-picture-address";
import { useShownItem } from "./use-tray-rows";

/** While someone types or drags, only the first change is drawn; this long after, the last one is. Milliseconds. */
const quietMs = 250;
const nothing = { file: null, preview: null, upload: { state: "prompt" } } as const;

/** What `POST /preview` is asked for an item; null while it cannot be drawn yet. */
export type PreviewOf = (item: TrayItem) => PreviewRequestInput | null;

interface Props {
  desk: Desk;
  previewOf: PreviewOf;
  /** Why nothing is drawn before the batch runs; null where that is done. */
  notPreviewed: string | null;
}

/** Why there is nothing to see yet of what would become of an item. */
function useNotDrawn(): (item: TrayItem) => string | null {
  const { address, uploading, prompt } = useMessages("batch").preview;
  return ({ upload }) => {
    // Said below, where a longer sentence has room.
    if (upload.state === "refused") return null;
    return upload.state === "address" ? address : upload.state === "prompt" ? prompt : uploading;
  };
}

export const LivePreview = (props: Props) => (
  <Queries>
    <ItemPreview {...props} />
  </Queries>
);

/** The chosen item beside what will become of it, drawn again whenever an option changes; nothing is submitted. */
function ItemPreview({ desk, previewOf, notPreviewed }: Props) {
  const batchMessages = useMessages("batch");
  const { problem } = useMessages("app");
  const words = useDeskWords(desk.kind).preview;
  const notDrawn = useNotDrawn();
  const item = useShownItem(desk.tray);
  const asked = useSettled(item ? previewOf(item) : null, quietMs);
  const { data, error, isFetching } = usePreview(asked);
  const source = usePictureAddress(item ?? nothing);
  if (!item) return null;
  if (notPreviewed !== null) return <p className="text-muted-foreground text-sm">{notPreviewed}</p>;
  // What was drawn of another item, or by other options, is not this one's.
  const drawn = asked === null ? undefined : data;
  return (
    <section aria-labelledby="preview-title" className="space-y-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="preview-title" className="line-clamp-2 min-w-0 break-words text-lg">
          {words.title(item.name)}
        </h2>
        {data?.counts && (
          <div className="text-sm">
            {/* Its words come with the first counts. Waited for here, since what waits in no boundary holds up all typing. */}
            <Suspense>
              <ElementCounts name={item.name} counts={data.counts} />
            </Suspense>
          </div>
        )}
      </div>
      <div className="grid grid-cols-2 gap-3">
        <PreviewFrame caption={words.source} source={source} alt={words.sourceAlt(item.name)} />
        <PreviewFrame caption={words.result} source={drawn?.picture ?? null} alt={words.resultAlt(item.name)}>
          {isFetching && (
            <span className="absolute top-2 right-2 flex items-center gap-1.5 rounded-full bg-surface px-2.5 py-1 text-running text-sm shadow-sm">
              <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin" />
              {batchMessages.preview.drawing}
            </span>
          )}
          {!drawn && !isFetching && !error && (
            <p className="p-4 text-center text-foreground text-sm">{notDrawn(item)}</p>
          )}
        </PreviewFrame>
      </div>
      {item.upload.state === "refused" && (
        <p className="break-words text-failed text-sm">{problemWords(problem, item.upload.fault)}</p>
      )}
      {error && !isFetching && <ProblemNotice title={batchMessages.preview.failed} problem={error} />}
    </section>
  );
}
