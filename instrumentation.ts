/** Runs once per server process, before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkConfig } = await import("@/lib/config");
  checkConfig();
  const { shutdown } = await import("@/lib/shutdown");
  const { startWorker } = await import("@/lib/worker/start");
  shutdown().listen();
  startWorker();
  const { sayFirstOwnerLink } = await import("@/lib/access/first-owner");
  sayFirstOwnerLink();
  const { openGate } = await import("@/app/_http/gate");
  openGate();
}
