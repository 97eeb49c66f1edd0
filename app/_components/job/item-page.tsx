import { messages } from "@/app/_data/messages";
import type { ArtifactView, ItemView } from "@/lib/contracts/status";
import { statusLooks } from "../ui/status-badge";

const t = messages.job;
const previewWidth = 480;

/** The picture to look at: a small cut of the PNG, or the SVG where only that was asked for. */
function pageOf({ artifacts }: ItemView): { artifact: ArtifactView; preview: string } | null {
  const png = artifacts.find(({ media_type }) => media_type === "image/png");
  if (png) return { artifact: png, preview: `${png.url}?width=${previewWidth}` };
  const svg = artifacts.find(({ media_type }) => media_type === "image/svg+xml");
  return svg ? { artifact: svg, preview: svg.url } : null;
}

/** The finished page as a white sheet on the desk, or how far it is. */
export function ItemPage({ item }: { item: ItemView }) {
  const page = pageOf(item);
  const frame = "relative flex aspect-4/5 items-center justify-center bg-sunken";
  if (page) {
    return (
      <a
        href={page.artifact.url}
        target="_blank"
        rel="noreferrer"
        aria-label={t.openPage(item.name)}
        className={`${frame} -outline-offset-2`}
      >
        <img
          src={page.preview}
          alt={t.pageAlt(item.name)}
          loading="lazy"
          decoding="async"
          className="appear absolute inset-3 m-auto max-h-[calc(100%-1.5rem)] max-w-[calc(100%-1.5rem)] bg-paper shadow-md"
        />
      </a>
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
