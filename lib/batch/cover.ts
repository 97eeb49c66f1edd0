import { and, asc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { type Db, prepared } from "@/db/client";
import { type ArtifactRow, artifacts, type BatchRow } from "@/db/schema";
import { named, statement } from "@/db/statement";

/** Folder of a batch's pictures. Their names in it begin with their item's number, so that the first one is the first item's. */
const folders: Record<BatchRow["kind"], string> = { coloring: "pages/", deck: "previews/" };
/** What sorts after all names in a folder. */
const behind = (folder: string): string => folder.replace("/", "0");

const { name, mediaType, size } = artifacts;
const shown = { name, mediaType, size };
type Cover = Pick<ArtifactRow, keyof typeof shown>;

/** A picture of the first page or slide that is there: a PNG where one was asked for. */
export const coverOf = (db: Db, { id, kind }: Pick<BatchRow, "id" | "kind">): Cover | undefined =>
  covers(db).get({ batchId: id, from: folders[kind], to: behind(folders[kind]) });

const covers = prepared((db: Db) => {
  const mine = and(
    eq(artifacts.batchId, sql.placeholder("batchId")),
    gte(name, sql.placeholder("from")),
    lt(name, sql.placeholder("to")),
    eq(artifacts.role, "output"),
    inArray(mediaType, ["image/png", "image/svg+xml"]),
  );
  return statement<Cover>(db, db.select(named(shown)).from(artifacts).where(mine).orderBy(asc(name)).limit(1));
});
