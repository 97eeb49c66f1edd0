import { useEffect, useRef, useState } from "react";
import type { BatchFilter } from "@/app/_data/list-batches";
import { useMessages } from "@/app/_data/messages/use-messages";
import { FindField } from "../ui/long-list/find-field";
import { batchFilter, jobsAddress } from "./jobs-address";

/** Between the last letter and the question for it. */
const quietMs = 300;

interface Props {
  filter: BatchFilter;
  /** Whether there are more batches under the filter than are shown. */
  more: boolean;
  /** How many are shown; null while they are looked for. */
  found: number | null;
}

/** Looks through all batches that are kept. Once there are more than a page it stays, and so does what it was asked for in the address. */
export function JobsFind({ filter, more, found }: Props) {
  const t = useMessages("jobs");
  const [sought, seek] = useState(filter.find);
  const known = useRef(filter.find);
  const asking = useRef<ReturnType<typeof setTimeout>>(undefined);
  const needed = useRef(false);
  needed.current ||= more || filter.find !== "";
  const askSoon = (words: string) => {
    seek(words);
    clearTimeout(asking.current);
    asking.current = setTimeout(() => {
      known.current = words.trim();
      const here = batchFilter(new URLSearchParams(window.location.search));
      window.history.replaceState(null, "", jobsAddress({ ...here, find: known.current }));
    }, quietMs);
  };
  useEffect(() => () => clearTimeout(asking.current), []);
  // The address was changed by a link, or by going back.
  useEffect(() => {
    if (filter.find === known.current) return;
    known.current = filter.find;
    seek(filter.find);
  }, [filter.find]);
  if (!needed.current) return null;
  const news = filter.find === "" || found === null ? "" : t.found(found, more);
  return <FindField label={t.find} sought={sought} found={news} onSeek={askSoon} />;
}
