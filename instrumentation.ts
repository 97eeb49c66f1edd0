/** Runs once per server process, before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkConfig } = await import("@/lib/config");
  checkConfig();
  const { shutdown } = await import("@/lib/shutdown");
  const { startWorker } = await import("@/lib/worker/start");
  shutdown().listen();
  startWorker();
  const { openGate } = await import("@/app/_http/gate");
  openGate();
}
