import { useSyncExternalStore } from "react";
import { useFormats } from "@/app/_data/use-formats";

const never = () => () => {};

/** A moment in the reader's own time zone, which only the browser knows: on a page as it is sent, its place is open. */
export function LocalMoment({ iso }: { iso: string }) {
  const { moment } = useFormats();
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
