// A process of its own that streams a batch's trace and tells how many bytes it has: [data folder] [batch id]
import { openDatabase } from "@/db/client";
import { batchRow } from "@/lib/batch/view";
import { traceQuerySchema } from "@/lib/contracts/trace";
import { BlobStore } from "@/lib/files/blobs";
import { traceDocument } from "@/lib/trace/document";

const [folder, id] = process.argv.slice(2);
const db = openDatabase(folder);
const rooms = { db, blobs: new BlobStore(folder) };

let bytes = 0;
for await (const piece of traceDocument(rooms, batchRow(db, id), { ...traceQuerySchema.parse({}), format: "json" })) {
  bytes += Buffer.byteLength(piece);
}
console.log(bytes);
