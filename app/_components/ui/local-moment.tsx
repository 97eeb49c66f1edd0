import { useSyncExternalStore } from "react";
import { moment } from "@/app/_data/time";

const never = () => () => {};

/** A moment in the reader's own time zone, which only the browser knows: on a page as it is sent, its place is open. */
export function LocalMoment({ iso }: { iso: string }) {
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <time dateTime={iso} className="tabular">
      {isInBrowser ? moment(iso) : "\u00a0"}
    </time>
  );
}
