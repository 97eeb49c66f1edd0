/** The AI SDK, loaded when the first page is asked for. Its warnings would go to the console, past the log. */
export function sdk() {
  globalThis.AI_SDK_LOG_WARNINGS = false;
  return import("ai");
}
