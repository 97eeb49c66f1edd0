import type { DriveSettings } from "@/lib/config";
import { TracepressError } from "@/lib/errors";

// Apart from drive.ts, which loads Google's client: a submission only asks whether there is one to load.

/**
 * @throws TracepressError `drive_unavailable`, which names the settings, when deliveries cannot be made.
 */
export function requireDrive(settings: DriveSettings): asserts settings is DriveSettings & { credentials: string } {
  if (settings.credentials !== null) return;
  throw new TracepressError(
    "drive_unavailable",
    "Google Drive is not configured: set TRACEPRESS_DRIVE_CREDENTIALS to the credentials file of a service account or " +
      "an authorized user, and TRACEPRESS_DRIVE_ROOT to the id of the folder to deliver into.",
  );
}
