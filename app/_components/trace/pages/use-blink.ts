import { useEffect, useState } from "react";

/** Each of the two is seen so long: well under three changes a second, at which flicker harms. */
const eachMs = 800;

export interface Blink {
  /** Whether the first of the two is seen. */
  first: boolean;
  going: boolean;
  /** Holds what is seen, or goes on. */
  toggle(): void;
}

/** Two pictures in turns while `active`. Where a person wants less motion it begins held. */
export function useBlink(active: boolean): Blink {
  const [first, setFirst] = useState(true);
  const [going, setGoing] = useState(() => !window.matchMedia("(prefers-reduced-motion: reduce)").matches);
  useEffect(() => {
    if (!active || !going) return;
    const timer = setInterval(() => setFirst((seen) => !seen), eachMs);
    return () => clearInterval(timer);
  }, [active, going]);
  const toggle = () => {
    if (!going) setFirst((seen) => !seen);
    setGoing(!going);
  };
  return { first, going, toggle };
}
