import { useEffect, useState } from "react";

/** A value once it has stood still for `quietMs`; until then what it was before. Compared by what it says. */
export function useSettled<Value>(value: Value, quietMs: number): Value {
  const [settled, setSettled] = useState(value);
  const said = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(said) as Value), quietMs);
    return () => clearTimeout(timer);
  }, [said, quietMs]);
  return settled;
}
