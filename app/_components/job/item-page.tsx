import { messages } from "@/app/_data/messages";
import type { ArtifactView, BatchKind, ItemView } from "@/lib/contracts/status";
import { statusLooks } from "../ui/status-badge";

const t = messages.job.kinds;
const previewWidth = 480;

/** The picture to look at: a small cut of the PNG, or the SVG where only that was asked for. */
function pageOf({ artifacts }: ItemView): { artifact: ArtifactView; preview: string } | null {
  const png = artifacts.find(({ media_type }) => media_type === "image/png");
  if (png) return { artifact: png, preview: `${png.url}?width=${previewWidth}` };
  const svg = artifacts.find(({ media_type }) => media_type === "image/svg+xml");
  return svg ? { artifact: svg, preview: svg.url } : null;
}

const shapes: Record<BatchKind, string> = { coloring: "aspect-4/5", deck: "aspect-16/10" };

/** The finished page or slide as a white sheet on the desk, or how far it is. */
export function ItemPage({ kind, item }: { kind: BatchKind; item: ItemView }) {
  const page = pageOf(item);
  const frame = `relative flex items-center justify-center bg-sunken ${shapes[kind]}`;
  if (page) {
    return (
      <a
        href={page.artifact.url}
        target="_blank"
        rel="noreferrer"
        aria-label={t[kind].open(item.name)}
        className={`${frame} -outline-offset-2`}
      >
        <img
          src={page.preview}
          alt={t[kind].alt(item.name)}
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
