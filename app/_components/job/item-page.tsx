import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchKind, ItemView } from "@/lib/contracts/status";
import { statusLooks } from "../ui/status-badge";
import { PageThumbnail } from "./page-thumbnail";
import { pictureOf, smallUrl } from "./viewer/page-picture";

const previewWidth = 480;

const shapes: Record<BatchKind, string> = { coloring: "aspect-4/5", deck: "aspect-16/10" };

/** Of the button that opens an item's page. */
export const openButtonId = (itemId: string) => `open-${itemId}`;

interface Props {
  kind: BatchKind;
  item: ItemView;
  /** Opens the page to be looked at closely. */
  onView(itemId: string): void;
}

/** The finished page or slide as a white sheet on the desk, or how far it is. */
export function ItemPage({ kind, item, onView }: Props) {
  const t = useMessages("job").kinds;
  const picture = pictureOf(item);
  const frame = `relative flex w-full items-center justify-center bg-sunken ${shapes[kind]}`;
  if (picture) {
    return (
      <button
        type="button"
        id={openButtonId(item.item_id)}
        aria-label={t[kind].open(item.name)}
        onClick={() => onView(item.item_id)}
        className={`${frame} cursor-zoom-in -outline-offset-2`}
      >
        <PageThumbnail url={smallUrl(picture, previewWidth)} alt={t[kind].alt(item.name)} />
      </button>
    );
  }
  const { icon: Icon, tone, turning } = statusLooks[item.status];
  return (
    <div className={`${frame} ${tone}`}>
      <Icon
        aria-hidden
        strokeWidth={1.25}
        className={`size-10 opacity-60 ${turning ? "motion-safe:animate-spin" : ""}`}
      />
    </div>
  );
}
