import { useEffect, useMemo } from "react";
import { addressOf, showing } from "./picture-addresses";
import type { TrayItem } from "./tray-item";
import { uploadPreview } from "./upload-preview";

/** What hardly any browser shows by itself. */
const isForeign = ({ name, type }: File): boolean =>
  /\.(hei[cf]|tiff?)$/i.test(name) || /^image\/(hei[cf]|tiff)$/.test(type);

/**
 * The address of an item's picture: one of the chosen file itself, which is given back when nothing shows it any more, or
 * where the server has it. Null while it has not, and for what is no file.
 */
export function usePictureAddress({ file, preview, upload }: Pick<TrayItem, "file" | "preview" | "upload">) {
  const own = file === null || isForeign(file) ? null : file;
  const address = useMemo(() => own && addressOf(own), [own]);
  useEffect(() => (own === null ? undefined : showing(own)), [own]);
  if (file === null) return preview;
  return address ?? (upload.state === "ready" ? uploadPreview(upload.file.file_id) : null);
}
