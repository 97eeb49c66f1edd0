import { useEffect, useState } from "react";

/** How long is waited before a picture that did not come is asked for again: twice as long each time. Milliseconds. */
const firstWaitMs = 2_000;
const longestWaitMs = 60_000;

/** The small picture of a page or slide. One that did not come, while the server was away, comes once it is back. */
export function PageThumbnail({ url, alt }: { url: string; alt: string }) {
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!failed) return;
    const again = () => {
      setFailed(false);
      setTries((before) => before + 1);
    };
    const timer = setTimeout(again, Math.min(longestWaitMs, firstWaitMs * 2 ** tries));
    return () => clearTimeout(timer);
  }, [failed, tries]);
  return (
    <img
      key={tries}
      src={url}
      alt={alt}
      loading="lazy"
      decoding="async"
      onError={() => setFailed(true)}
      className="appear absolute inset-3 m-auto max-h-[calc(100%-1.5rem)] max-w-[calc(100%-1.5rem)] bg-paper shadow-md"
    />
  );
}
