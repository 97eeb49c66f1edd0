// npm run restore -- DIR [--overwrite]: brings a backup back into the data folder (TRACEPRESS_DATA).
import { restore } from "@/lib/backup/restore";
import { config } from "@/lib/config";
import { folderCommand } from "./folder-command";

const options = { overwrite: { type: "boolean", default: false } } as const;

await folderCommand("Usage: npm run restore -- DIR [--overwrite]", options, async (folder, { overwrite }, signal) => {
  const { data } = config();
  const { batches, blobs, made_at } = await restore(folder, data, overwrite === true, signal);
  return `Restored ${batches} batches and ${blobs} files, as they were at ${made_at}, to ${data}`;
});
