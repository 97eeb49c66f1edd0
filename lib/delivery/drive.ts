import { drive, type drive_v3 } from "@googleapis/drive";
import type { OAuth2Client } from "google-auth-library";
import type { DriveSettings } from "@/lib/config";
import { requireDrive } from "./configured";
import { readCredentials } from "./credentials";
import { type Pace, steady } from "./retry";
import { signIn } from "./sign-in";

/** Google Drive, ready to be asked. */
export interface Drive {
  api: drive_v3.Drive;
  /** Signs the requests that the official client has no call for: resumable uploads. */
  client: OAuth2Client;
  origin: string;
  root: string;
  pace: Pace;
}

/**
 * Opens Drive with the official client. Reads the credentials file, asks nothing of Google yet.
 * @throws TracepressError `drive_unavailable` when it is not configured or the file cannot be used.
 */
export async function openDrive(settings: DriveSettings, pace: Pace = steady): Promise<Drive> {
  requireDrive(settings);
  const client = signIn(await readCredentials(settings.credentials), pace.answerMs);
  const { origin } = new URL(settings.url);
  return {
    api: drive({ version: "v3", auth: client, rootUrl: origin }),
    client,
    origin,
    root: settings.root || "root",
    pace,
  };
}
