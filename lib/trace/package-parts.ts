import { openPromise } from "yauzl";
import type { PackageParts } from "@/lib/contracts/trace";

/** Parts that are named: a deck can have thousands. */
const named = 300;

/** What is in a package on disk, from its directory alone. @throws Error when the file is no ZIP. */
export async function packageParts(path: string): Promise<PackageParts> {
  const zip = await openPromise(path);
  const parts: PackageParts["parts"] = [];
  for await (const { fileName, uncompressedSize, compressedSize } of zip.eachEntry()) {
    parts.push({ name: fileName, bytes: uncompressedSize, compressed_bytes: compressedSize });
  }
  return {
    count: parts.length,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    compressed_bytes: parts.reduce((sum, { compressed_bytes }) => sum + compressed_bytes, 0),
    package_bytes: zip.fileSize,
    parts: parts.sort(byCompressed).slice(0, named),
  };
}

const byCompressed = (one: PackageParts["parts"][number], other: PackageParts["parts"][number]): number =>
  other.compressed_bytes - one.compressed_bytes || (one.name < other.name ? -1 : 1);
