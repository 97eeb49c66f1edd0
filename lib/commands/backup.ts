// npm run backup -- DIR: copies the data folder (TRACEPRESS_DATA) while its server works.
import { backUp } from "@/lib/backup/backup";
import { config } from "@/lib/config";
import { folderCommand } from "./folder-command";

await folderCommand("Usage: npm run backup -- DIR", {}, async (folder, _flags, signal) => {
  const { batches, blobs, bytes } = await backUp(config().data, folder, signal);
  return `Backed up ${batches} batches and ${blobs} files (${(bytes / 1_000_000).toFixed(1)} MB) to ${folder}`;
});
