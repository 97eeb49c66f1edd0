import type { DriveSettings } from "@/lib/config";
import type { Drive } from "@/lib/delivery/drive";
import type { BlobStore } from "@/lib/files/blobs";
import type { Deliver } from "./delivery-worker";

/** Delivers by Google's client, which is loaded and signed in when the first batch needs it. */
export function deliverToDrive(settings: DriveSettings, blobs: BlobStore): Deliver {
  let drive: Promise<Drive> | null = null;
  return async (lease, signal, onFile) => {
    const { openDrive } = await import("@/lib/delivery/drive");
    const { deliver } = await import("@/lib/delivery/deliver");
    drive ??= openDrive(settings);
    drive.catch(() => {
      drive = null;
    });
    const { folderPattern, values } = lease;
    const files = lease.files.map(({ name, mediaType, size, blob }) => ({
      name: name.split("/").at(-1) ?? name,
      media_type: mediaType,
      size,
      sha256: blob,
      open: (range: { start: number; end: number }) => blobs.stream(blob, range),
    }));
    const delivered = await deliver({ files, folderPattern, values, signal, onFile }, await drive);
    const good = delivered.files.every(({ status }) => status === "completed");
    return { status: good ? "completed" : "failed", ...delivered, error: null };
  };
}
