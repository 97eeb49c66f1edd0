import { CircleAlert, WifiOff } from "lucide-react";
import { memo } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { problemWords } from "@/app/_data/problem";
import { useFormats } from "@/app/_data/use-formats";
import { FaultDetails } from "../ui/fault-details";
import { ProgressBar } from "../ui/progress-bar";
import { ChooseAgain } from "./choose-again";
import type { Desk } from "./desks";
import type { TrayItem, Upload } from "./tray-item";
import { useTally } from "./use-tray";

type Refused = Extract<Upload, { state: "refused" }>;

interface Props {
  desk: Desk;
  item: TrayItem;
}

/** Why a file cannot be used, and the way out. Called out where it is the only one: several have one summary. */
function Refusal({ desk, item, upload }: Props & { upload: Refused }) {
  const { problem } = useMessages("app");
  const alone = useTally(desk.tray).refused === 1;
  return (
    <>
      <p role={alone ? "alert" : undefined} className="flex gap-1.5 text-failed text-sm">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0 break-words">{problemWords(problem, upload.fault)}</span>
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-4">
        {!upload.retryable && <ChooseAgain desk={desk} id={item.id} name={item.name} />}
        <FaultDetails fault={upload.fault} />
      </div>
    </>
  );
}

/** How the upload of one thing on the tray stands, where the thing is. */
export const UploadState = memo(function UploadState({ desk, item }: Props) {
  const t = useMessages("batch");
  const { size } = useFormats();
  const { upload, file, name } = item;
  if (upload.state === "refused") return <Refusal {...{ desk, item, upload }} />;
  if (upload.state === "offline") {
    return (
      <p className="flex gap-1.5 text-cancelled text-sm">
        <WifiOff aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t.offline}
      </p>
    );
  }
  if (upload.state === "ready") {
    const { width, height, size: bytes } = upload.file;
    return (
      <p className="text-muted-foreground text-sm">
        {t.ready(width, height)} · {size(bytes)}
      </p>
    );
  }
  if (upload.state === "address") return <p className="text-muted-foreground text-sm">{t.fromWeb}</p>;
  if (upload.state === "prompt") return <p className="text-muted-foreground text-sm">{t.promptItem}</p>;
  if (upload.state === "waiting") {
    return (
      <p className="text-muted-foreground text-sm">
        {t.waiting} · {size(file?.size ?? 0)}
      </p>
    );
  }
  const percent = Math.round(upload.share * 100);
  const words = upload.resumed ? t.goingOn(percent) : t.sending(percent);
  return (
    <div className="space-y-1.5">
      <p className="text-running text-sm">{percent < 100 ? words : t.checking}</p>
      <ProgressBar label={t.sendingLabel(name)} percent={percent} className="h-1" />
    </div>
  );
});
