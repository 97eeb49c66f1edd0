/**
 * One value for the whole process, whichever copy of a module asks.
 *
 * Next gives `instrumentation.ts`, route handlers and pages separate copies of every module, so a module-level
 * variable exists several times; `globalThis` is the only thing they share. The database handle, the bell and the
 * worker must exist once.
 */
export function singleton<Value>(name: string, create: () => Value): Value {
  const store = globalThis as unknown as { __tracepress?: Map<string, unknown> };
  store.__tracepress ??= new Map();
  if (!store.__tracepress.has(name)) store.__tracepress.set(name, create());
  return store.__tracepress.get(name) as Value;
}
