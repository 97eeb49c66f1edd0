import { useEffect, useRef, useState } from "react";

/**
 * A value that many draw on: its first change is there at once, and those that follow it closely only when it has stood
 * still for `quietMs`. Compared by what it says.
 */
export function useSettled<Value>(value: Value, quietMs: number): Value {
  const [settled, setSettled] = useState(value);
  const changed = useRef(Number.NEGATIVE_INFINITY);
  const said = JSON.stringify(value);
  const shown = JSON.stringify(settled);
  useEffect(() => {
    if (said === shown) return;
    const since = performance.now() - changed.current;
    changed.current = performance.now();
    const timer = setTimeout(() => setSettled(JSON.parse(said) as Value), since < quietMs ? quietMs : 0);
    return () => clearTimeout(timer);
  }, [said, shown, quietMs]);
  return settled;
}
