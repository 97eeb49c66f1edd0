import { type ReactNode, useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { createPart, usePart } from "@/app/_data/use-part";
import type { Desk } from "./desks";
import { DropZone } from "./drop-zone";
import { KindSwitch } from "./kind-switch";
import type { PreviewOf } from "./live-preview";
import { optionsId, StartBar } from "./start-bar";
import { useDeskWords } from "./use-desk-words";
import { useIntake } from "./use-intake";
import type { Start } from "./use-start";
import { useTally } from "./use-tray";

// Both come after the page, which need not wait for them, and before there is something to show: the connection may be
// lost by then.
const trayListPart = createPart(() => import("./tray-list"));
const livePreviewPart = createPart(() => import("./live-preview"));

interface Props {
  desk: Desk;
  optionsTitle: string;
  /** How many items a batch takes. */
  maxItems: number;
  /** Why the batch cannot start although everything is in; null when it can. */
  blocked: string | null;
  begin: Start;
  previewOf: PreviewOf;
  /** Why nothing is drawn before the batch runs; null where that is done. */
  notPreviewed?: string | null;
  /** Other ways in, under the files. */
  intake?: ReactNode;
  /** The options. */
  children: ReactNode;
}

/** What goes in on the left, how it should come out on the right, one button to start. */
export function StudioFrame(props: Props) {
  const batchMessages = useMessages("batch");
  const words = useDeskWords(props.desk.kind);
  const { desk, optionsTitle, maxItems, blocked, begin, previewOf, notPreviewed = null, intake, children } = props;
  const hovering = useIntake(desk);
  const { total } = useTally(desk.tray);
  const TrayList = usePart(trayListPart)?.TrayList;
  const LivePreview = usePart(livePreviewPart)?.LivePreview;
  // Once there, the list stays: it says what was removed, the last one too.
  const [listed, setListed] = useState(false);
  if (total > 0 && !listed) setListed(true);
  return (
    <div className="flex flex-col gap-8">
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
            <div className="space-y-1">
              <h1 className="text-3xl">{batchMessages.title}</h1>
              <p className="text-muted-foreground">{words.lead}</p>
            </div>
            <div className="max-sm:w-full">
              <KindSwitch kind={desk.kind} />
            </div>
          </header>
          <DropZone desk={desk} hovering={hovering} />
          {intake}
          {total > 0 && LivePreview && <LivePreview {...{ desk, previewOf, notPreviewed }} />}
          {listed && TrayList && <TrayList desk={desk} />}
        </div>
        <aside
          aria-labelledby={optionsId}
          className="self-start rounded-2xl border border-hairline bg-surface p-5 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-7rem)] lg:overflow-y-auto"
        >
          <h2 id={optionsId} className="mb-5 scroll-mt-4 text-lg">
            {optionsTitle}
          </h2>
          {children}
        </aside>
      </div>
      <StartBar {...{ desk, optionsTitle, maxItems, blocked, begin }} />
    </div>
  );
}
