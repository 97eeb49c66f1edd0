import { apiRoot } from "@/app/_data/request";
import type { ArtifactView, ItemView } from "@/lib/contracts/status";

/** The picture of an item's page or slide: its PNG, or the SVG where only that was asked for; undefined without a result. */
export const pictureOf = ({ artifacts }: ItemView): ArtifactView | undefined =>
  artifacts.find(({ media_type }) => media_type === "image/png") ??
  artifacts.find(({ media_type }) => media_type === "image/svg+xml");

/** What is printed of a page: its lines as they are, or its pixels where only those were asked for. */
export const toPrint = (item: ItemView): ArtifactView | undefined =>
  item.artifacts.find(({ media_type }) => media_type === "image/svg+xml") ?? pictureOf(item);

/** Address of a picture no wider than so many pixels; of an SVG, which has none, its own. */
export const smallUrl = ({ media_type, url }: ArtifactView, width: number): string =>
  media_type === "image/png" ? `${url}?width=${width}` : url;

/** Address of the file that an item was made from. */
export const sourceUrl = (batchId: string, { index }: ItemView): string =>
  `${apiRoot}/batch/${encodeURIComponent(batchId)}/artifacts/pages/${index + 1}/source`;
