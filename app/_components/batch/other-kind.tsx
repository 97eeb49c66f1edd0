import { useRouter } from "next/navigation";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchKind } from "@/lib/contracts/status";
import { Button } from "../ui/button";
import { type Desk, desks } from "./desks";
import type { TrayItem } from "./tray-item";
import { useDeskWords } from "./use-desk-words";
import { useTally } from "./use-tray";

const other: Record<BatchKind, BatchKind> = { coloring: "deck", deck: "coloring" };
const addressOf: Record<BatchKind, string> = { coloring: "/", deck: "/?kind=deck" };

const isSvg = ({ type, name }: File): boolean => type === "image/svg+xml" || /\.svg$/i.test(name);

/** Files on a desk that the other kind of batch is made for: SVGs among pictures, pictures that no deck takes. */
function misplaced({ kind, tray }: Desk): (TrayItem & { file: File })[] {
  const files = tray.order().flatMap((id) => {
    const item = tray.item(id);
    return item?.file ? [{ ...item, file: item.file }] : [];
  });
  if (kind === "coloring") return files.filter(({ file, upload }) => upload.state !== "refused" && isSvg(file));
  return files.filter(
    ({ file, upload }) => upload.state === "refused" && file.type.startsWith("image/") && !isSvg(file),
  );
}

/** Offers the fitting kind of batch, and takes the files along. */
export function OtherKind({ desk }: { desk: Desk }) {
  const batchMessages = useMessages("batch");
  const words = useDeskWords(desk.kind);
  const router = useRouter();
  useTally(desk.tray);
  const items = misplaced(desk);
  if (items.length === 0) return null;
  const kind = other[desk.kind];
  const take = () => {
    desk.tray.handOver(items.map(({ id }) => id));
    desks[kind].tray.add(items.map(({ file }) => file));
    router.replace(addressOf[kind], { scroll: false });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-control bg-surface px-4 py-2">
      <p className="min-w-0 flex-1 basis-48 text-pretty text-sm">{words.misplaced(items.length)}</p>
      <Button onClick={take}>{batchMessages.takeTo[kind](items.length)}</Button>
    </div>
  );
}
