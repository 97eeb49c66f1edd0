import type { BatchStatus } from "@/lib/contracts/status";

/** The ring's radius and way round, in the icon's 32 units. */
const radius = 12;
const around = 2 * Math.PI * radius;
/** Middle tones that stand out on a light and a dark strip of tabs; an icon knows no theme. */
const tones: Partial<Record<BatchStatus, string>> = {
  completed: "#1f8a5b",
  failed: "#c8402f",
  completed_upload_failed: "#c8402f",
  cancelled: "#8a7a63",
};

/** A ring that closes as a batch goes on, as a picture's address. @param percent 0 to 100. */
export function tabIcon(status: BatchStatus, percent: number): string {
  const tone = tones[status] ?? "#4466cc";
  const drawn = tones[status] ? around : (around * percent) / 100;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-width="7"><circle cx="16" cy="16" r="${radius}" stroke="${tone}" stroke-opacity=".25"/><circle cx="16" cy="16" r="${radius}" stroke="${tone}" stroke-dasharray="${drawn.toFixed(1)} ${around.toFixed(1)}" transform="rotate(-90 16 16)"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
